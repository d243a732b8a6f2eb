import { statusText } from '../../../cli/docker/container/status.ts';
import type { Container } from '../../../engine/container/index.ts';
import { containerTree } from '../../../engine/daemon/container/find.ts';
import type { Daemon } from '../../../engine/daemon/index.ts';
import { changesByStat } from '../../../engine/layer/index.ts';
import type { ChangeView, ContainerView } from '../../session/view/index.ts';
import { kindOf } from './layer-changes.ts';

/** Most entries of a writable layer that a picture lists. */
const SHOWN = 400;

/** The containers of a machine, newest first. */
export function containersOf(daemon: Daemon): ContainerView[] {
  return [...daemon.state.containers.values()].map((container) => containerView(daemon, container)).reverse();
}

function containerView(daemon: Daemon, container: Container): ContainerView {
  const changes: ChangeView[] = changesByStat(container.lower, containerTree(daemon, container)).map((change) =>
    change.kind === 'deleted'
      ? { kind: 'D', path: change.path, entryKind: 'whiteout' }
      : {
          kind: change.kind === 'added' ? 'A' : 'C',
          path: change.path,
          entryKind: kindOf(change.inode.kind),
          ...(change.inode.kind === 'file' ? { size: change.inode.body.size } : {}),
        },
  );
  const { id, name, image, imageRef, state } = container;
  return {
    id,
    name,
    image,
    imageRef,
    state: state.status === 'removing' ? 'dead' : state.status,
    status: statusText(daemon, container),
    size: changes.reduce((sum, change) => sum + (change.size ?? 0), 0),
    changes: changes.filter((change) => change.kind !== 'C' || change.entryKind !== 'dir').slice(0, SHOWN),
  };
}
