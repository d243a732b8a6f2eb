import type { Volume } from '../../container/index.ts';
import { DockerError } from '../../errors/index.ts';
import { compareNames } from '../../tree/index.ts';
import type { Daemon } from '../daemon.ts';
import { boolFilter, checkFilters, type Filters, matchKeyValues } from '../filters.ts';
import { usersOfVolume } from './volumes.ts';

/** The volume of that name. Throws DockerError NotFound. */
export function findVolume(daemon: Daemon, name: string): Volume {
  const volume = daemon.state.volumes.get(name);
  if (volume === undefined) throw new DockerError('NotFound', `get ${name}: no such volume`);
  return volume;
}

/** Volumes by name. Throws DockerError for bad filters. Source: moby volume/service/service.go, convert.go. */
export function listVolumes(daemon: Daemon, filters: Filters): Volume[] {
  checkFilters(filters, ['dangling', 'name', 'driver', 'label']);
  const dangling = filters.has('dangling') ? boolFilter(filters, 'dangling', false) : undefined;
  const names = filters.get('name');
  const drivers = filters.get('driver');
  return [...daemon.state.volumes.values()]
    .filter(
      ({ name, driver, labels }) =>
        (names === undefined || names.some((pattern) => matchesName(pattern, name))) &&
        (drivers === undefined || drivers.includes(driver)) &&
        (!filters.has('label') || matchKeyValues(filters, 'label', labels)) &&
        (dangling === undefined || dangling === (usersOfVolume(daemon, name).length === 0)),
    )
    .sort((a, b) => compareNames(a.name, b.name));
}

/** A regular expression, or text that stands in the name when it is none (moby api/types/filters Match). */
function matchesName(pattern: string, name: string): boolean {
  if (pattern === name) return true;
  try {
    return new RegExp(pattern, 'u').test(name);
  } catch {
    return false;
  }
}
