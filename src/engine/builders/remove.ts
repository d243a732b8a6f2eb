import { removeContainer, stopContainer } from '../daemon/container/index.ts';
import type { Daemon } from '../daemon/index.ts';
import { removeVolume } from '../daemon/volume/index.ts';
import type { Step } from '../kernel/index.ts';
import { type BuilderNode, nodeContainer, stateVolume } from './node.ts';

/** Stops a node's container; one that does not run is left. */
export function* stopNode(daemon: Daemon, node: BuilderNode): Step<void> {
  const container = nodeContainer(daemon, node);
  if (container?.state.status === 'running') yield* stopContainer(daemon, container);
}

/** Removes a node's container, and with `state` its volume and so its cache. */
export function* removeNode(daemon: Daemon, node: BuilderNode, options: { daemon: boolean; state: boolean }): Step<void> {
  if (options.daemon) {
    yield* stopNode(daemon, node);
    const container = nodeContainer(daemon, node);
    if (container !== undefined) removeContainer(daemon, container, { volumes: true });
  }
  const volume = stateVolume(node);
  if (!options.state || nodeContainer(daemon, node) !== undefined) return;
  removeVolume(daemon, volume, true);
  const builders = new Map(daemon.state.builders);
  builders.delete(volume);
  daemon.update({ builders });
}
