import { repoTagsOf } from '../../../engine/daemon/image/find.ts';
import type { Daemon } from '../../../engine/daemon/index.ts';
import { type Image, imageSize, type Snapshot, stackOf } from '../../../engine/store/index.ts';
import type { HistoryRowView, ImageView } from '../../session/view/index.ts';
import { Bases } from './bases.ts';
import { layerChanges } from './layer-changes.ts';
import { wasteOf } from './waste.ts';

const NONE = { added: 0, changed: 0, deleted: 0 };

/** The images of a machine, newest first. */
export function imagesOf(daemon: Daemon): ImageView[] {
  const bases = new Bases(daemon);
  return [...daemon.state.images.images.values()]
    .filter((image) => isShown(daemon, image))
    .map((image) => imageView(daemon, image, bases))
    .sort((a, b) => b.created - a.created);
}

/** Images that `docker images` lists: tagged ones, and untagged ones that no other image was built from. */
export function isShown(daemon: Pick<Daemon, 'state'>, image: Image): boolean {
  if (repoTagsOf(daemon, image.id).length > 0) return true;
  return ![...daemon.state.images.images.values()].some((other) => other.parent === image.id);
}

function imageView(daemon: Daemon, image: Image, bases: Bases): ImageView {
  const store = daemon.state.images;
  const created = Date.parse(image.config.created ?? '') / 1000 || 0;
  const stack = stackOf(image).flatMap((id) => store.snapshots.get(id) ?? []);
  const waste = wasteOf(stack);
  const base = bases.of(image);
  return {
    id: image.id,
    tags: repoTagsOf(daemon, image.id),
    size: imageSize(store, image),
    created,
    rows: rowsOf(daemon, image, stack),
    ...(base === undefined ? {} : { base }),
    ...(waste === undefined ? {} : { waste }),
  };
}

function rowsOf(daemon: Daemon, image: Image, stack: readonly Snapshot[]): HistoryRowView[] {
  const hidden = hiddenIn(daemon, stack);
  const rows: HistoryRowView[] = [];
  let next = 0;
  const layerRow = (base: Pick<HistoryRowView, 'createdBy' | 'created'>): HistoryRowView => {
    const snapshot = stack[next++];
    if (snapshot === undefined) return { ...base, empty: true, size: 0, counts: NONE };
    const { changes, counts, leaks } = layerChanges(daemon.state.images, snapshot);
    const bytes = hidden.get(snapshot);
    return {
      ...base,
      empty: false,
      size: snapshot.layer.size,
      diffID: snapshot.layer.diffID,
      chainID: snapshot.chainID,
      counts,
      changes,
      ...(bytes === undefined ? {} : { hidden: bytes }),
      ...(leaks.length === 0 ? {} : { leaks }),
    };
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

/** Bytes of each layer that the layers above it in this stack put out of sight. */
function hiddenIn(daemon: Daemon, stack: readonly Snapshot[]): Map<Snapshot, number> {
  const hidden = new Map<Snapshot, number>();
  for (const snapshot of stack)
    for (const [below, bytes] of layerChanges(daemon.state.images, snapshot).hides) hidden.set(below, (hidden.get(below) ?? 0) + bytes);
  return hidden;
}
