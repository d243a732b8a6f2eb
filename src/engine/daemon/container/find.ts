import type { Container } from '../../container/index.ts';
import { DockerError } from '../../errors/index.ts';
import type { Daemon } from '../daemon.ts';

/** The container with this id, name, or unambiguous id prefix. Throws DockerError NotFound. Source: moby daemon/container.go GetContainer. */
export function findContainer(daemon: Daemon, ref: string): Container {
  if (ref.trim() === '') throw new DockerError('Client', 'invalid container name or ID: value is empty');
  const { containers } = daemon.state;
  const name = ref.replace(/^\//, '');
  const exact = containers.get(ref) ?? [...containers.values()].find((container) => container.name === name);
  if (exact !== undefined) return exact;
  const matches = /^[0-9a-f]{1,64}$/.test(ref) ? [...containers.values()].filter((container) => container.id.startsWith(ref)) : [];
  if (matches.length > 1) throw new DockerError('InvalidArgument', `multiple IDs found with provided prefix: ${ref}`);
  if (matches[0] === undefined) throw new DockerError('NotFound', `No such container: ${ref}`);
  return matches[0];
}

/** Replaces a container's record by a changed one. A container that has been removed meanwhile stays removed. */
export function changeContainer(daemon: Daemon, id: string, part: Partial<Container>): void {
  const old = daemon.state.containers.get(id);
  if (old === undefined) return;
  daemon.update({ containers: new Map(daemon.state.containers).set(id, { ...old, ...part }) });
}

export function changeState(daemon: Daemon, id: string, part: Partial<Container['state']>): void {
  const old = daemon.state.containers.get(id);
  if (old !== undefined) changeContainer(daemon, id, { state: { ...old.state, ...part } });
}

/** A container's file system as it is now, running or not. */
export function containerTree(daemon: Daemon, container: Container): Container['tree'] {
  return daemon.live.get(container.id)?.root.tree() ?? daemon.state.containers.get(container.id)?.tree ?? container.tree;
}
