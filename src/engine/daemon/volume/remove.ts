import { DockerError } from '../../errors/index.ts';
import { profileFacts } from '../../profile/index.ts';
import type { Daemon } from '../daemon.ts';
import { pruneEvent } from '../events/index.ts';
import { boolFilter, checkFilters, type Filters, matchPruneLabels } from '../filters.ts';
import { findVolume } from './list.ts';
import { dropVolume, usersOfVolume, volumeTree } from './volumes.ts';

/** `docker volume rm`. With `force` a volume that is not there is no mistake. Throws DockerError: NotFound, Conflict. */
export function removeVolume(daemon: Daemon, name: string, force: boolean): void {
  if (force && !daemon.state.volumes.has(name)) return;
  findVolume(daemon, name);
  const users = usersOfVolume(daemon, name);
  if (users.length > 0) throw new DockerError('Conflict', `remove ${name}: volume is in use - [${users.join(', ')}]`);
  dropVolume(daemon, name);
}

export interface VolumePruneReport {
  readonly removed: readonly string[];
  /** Bytes of their files. */
  readonly reclaimed: number;
}

/**
 * Removes volumes that no container mounts: anonymous ones, with the filter `all` named ones too. Those with mount options
 * stay. Throws DockerError for bad filters. Source: moby volume/service/service.go Prune.
 */
export function pruneVolumes(daemon: Daemon, filters: Filters): VolumePruneReport {
  checkFilters(filters, ['label', 'label!', 'all']);
  const all = boolFilter(filters, 'all', profileFacts(daemon.state).release === '20.10');
  const removed: string[] = [];
  let reclaimed = 0;
  for (const { name, anonymous, labels, options } of [...daemon.state.volumes.values()]) {
    if ((!all && !anonymous) || options !== null || !matchPruneLabels(filters, labels)) continue;
    if (usersOfVolume(daemon, name).length > 0) continue;
    reclaimed += volumeSize(daemon, name);
    dropVolume(daemon, name);
    removed.push(name);
  }
  pruneEvent(daemon, 'volume', reclaimed);
  return { removed, reclaimed };
}

/** Bytes of a volume's files; hard links count once. */
export function volumeSize(daemon: Daemon, name: string): number {
  let size = 0;
  const seen = new Set<number>();
  for (const [, inode] of volumeTree(daemon, name).walk()) {
    if (inode.kind === 'file' && !seen.has(inode.ino)) size += inode.body.size;
    seen.add(inode.ino);
  }
  return size;
}
