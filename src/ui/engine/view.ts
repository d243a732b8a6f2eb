import { statusText } from '../../cli/docker/container/status.ts';
import type { Session } from '../../cli/machine/session.ts';
import type { Container } from '../../engine/container/index.ts';
import { containerTree } from '../../engine/daemon/container/find.ts';
import { repoTagsOf } from '../../engine/daemon/image/find.ts';
import type { Daemon } from '../../engine/daemon/index.ts';
import { changesByStat } from '../../engine/layer/index.ts';
import { type Image, imageSize, stackOf } from '../../engine/store/index.ts';
import type { ChangeView, ContainerView, HistoryRowView, ImageView, LabView } from '../session/view.ts';
import { kindOf, layerChanges } from './layer-changes.ts';

const SHOWN = 400;
const NONE = { added: 0, changed: 0, deleted: 0 };

/** What the pictures draw of a session's machine now. */
export function viewOf(session: Session): LabView {
  const { daemon } = session.machine;
  const now = daemon.now();
  const images = [...daemon.state.images.images.values()]
    .filter((image) => isShown(daemon, image))
    .map((image) => imageView(daemon, image));
  const containers = [...daemon.state.containers.values()].map((container) => containerView(daemon, container));
  return {
    now,
    cwd: session.cwd,
    prompt: session.prompt(),
    images: images.sort((a, b) => b.created - a.created),
    containers: containers.reverse(),
  };
}

/** Images that `docker images` lists: tagged ones, and untagged ones that no other image was built from. */
export function isShown(daemon: Daemon, image: Image): boolean {
  if (repoTagsOf(daemon, image.id).length > 0) return true;
  return ![...daemon.state.images.images.values()].some((other) => other.parent === image.id);
}

function imageView(daemon: Daemon, image: Image): ImageView {
  const store = daemon.state.images;
  const created = Date.parse(image.config.created ?? '') / 1000 || 0;
  return { id: image.id, tags: repoTagsOf(daemon, image.id), size: imageSize(store, image), created, rows: rowsOf(daemon, image) };
}

function rowsOf(daemon: Daemon, image: Image): HistoryRowView[] {
  const store = daemon.state.images;
  const stack = stackOf(image).flatMap((id) => store.snapshots.get(id) ?? []);
  const rows: HistoryRowView[] = [];
  let next = 0;
  const layerRow = (base: Pick<HistoryRowView, 'createdBy' | 'created'>): HistoryRowView => {
    const snapshot = stack[next++];
    if (snapshot === undefined) return { ...base, empty: true, size: 0, counts: NONE };
    const { changes, counts } = layerChanges(store, snapshot);
    return { ...base, empty: false, size: snapshot.layer.size, diffID: snapshot.layer.diffID, chainID: snapshot.chainID, counts, changes };
  };
  for (const row of image.config.history ?? []) {
    const base = {
      createdBy: row.created_by ?? '',
      created: Date.parse(row.created ?? '') / 1000 || 0,
      ...(row.comment ? { comment: row.comment } : {}),
    };
    rows.push(row.empty_layer ? { ...base, empty: true, size: 0, counts: NONE } : layerRow(base));
  }
  while (next < stack.length) rows.push(layerRow({ createdBy: '', created: 0 }));
  return rows;
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
