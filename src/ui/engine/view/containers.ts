import { statusText } from '../../../cli/docker/container/status.ts';
import type { Container } from '../../../engine/container/index.ts';
import { containerTree } from '../../../engine/daemon/container/find.ts';
import type { Daemon } from '../../../engine/daemon/index.ts';
import type { ContainerView } from '../../session/view/index.ts';
import { writableView } from './writable.ts';

/** The containers of a machine, newest first. */
export function containersOf(daemon: Daemon): ContainerView[] {
  return [...daemon.state.containers.values()].map((container) => containerView(daemon, container)).reverse();
}

function containerView(daemon: Daemon, container: Container): ContainerView {
  const { id, name, image, imageRef, state } = container;
  return {
    id,
    name,
    image,
    imageRef,
    state: state.status === 'removing' ? 'dead' : state.status,
    status: statusText(daemon, container),
    ...writableView(daemon.state.images, container, containerTree(daemon, container)),
  };
}
