import type { Daemon } from '../daemon.ts';
import { pruneEvent } from '../events/index.ts';
import { checkFilters, type Filters, matchPruneLabels, untilFilter } from '../filters.ts';
import { removeContainer } from './remove.ts';
import { containerSize } from './size.ts';

export interface ContainerPruneReport {
  /** Full ids. */
  readonly removed: readonly string[];
  /** Bytes of their own layers. */
  readonly reclaimed: number;
}

/** Removes all containers that do not run; their volumes stay. Throws DockerError for bad filters. Source: moby daemon/prune.go ContainersPrune. */
export function pruneContainers(daemon: Daemon, filters: Filters): ContainerPruneReport {
  checkFilters(filters, ['label', 'label!', 'until']);
  const until = untilFilter(filters, daemon.now());
  const removed: string[] = [];
  let reclaimed = 0;
  for (const container of [...daemon.state.containers.values()]) {
    if (daemon.live.has(container.id) || container.state.status === 'restarting') continue;
    if (until !== undefined && container.created > until.seconds + until.nanos / 1e9) continue;
    if (!matchPruneLabels(filters, container.config.Labels)) continue;
    reclaimed += containerSize(daemon, container);
    removeContainer(daemon, container, { volumes: false });
    removed.push(container.id);
  }
  pruneEvent(daemon, 'container', reclaimed);
  return { removed, reclaimed };
}
