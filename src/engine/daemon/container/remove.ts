import type { Container } from '../../container/index.ts';
import type { Daemon } from '../daemon.ts';
import { containerEvent } from '../events/index.ts';
import { dropVolume, usersOfVolume } from '../volume/volumes.ts';
import { rememberRemoved } from './trace.ts';

/** Forgets a container that does not run; with `volumes` its anonymous volumes too, unless another container uses them. */
export function removeContainer(daemon: Daemon, container: Container, options: { volumes: boolean }): void {
  const containers = new Map(daemon.state.containers);
  containers.delete(container.id);
  daemon.update({ containers });
  daemon.restarts.delete(container.id);
  rememberRemoved(daemon, container);
  if (options.volumes) removeVolumes(daemon, container);
  containerEvent(daemon, container, 'destroy');
}

function removeVolumes(daemon: Daemon, container: Container): void {
  for (const { Type, Name } of container.mounts) {
    if (Type !== 'volume' || Name === undefined) continue;
    if (daemon.state.volumes.get(Name)?.anonymous && usersOfVolume(daemon, Name).length === 0) dropVolume(daemon, Name);
  }
}
