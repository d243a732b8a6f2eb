import { OPAQUE, type TarEntry, WHITEOUT } from '../../../engine/layer/index.ts';
import { type ImageStore, type Snapshot, treeOf } from '../../../engine/store/index.ts';
import type { Inode, Tree } from '../../../engine/tree/index.ts';
import type { ChangeCounts, ChangeView, LeakView } from '../../session/view/index.ts';
import { Cover } from './cover.ts';

export interface LayerChanges {
  readonly changes: readonly ChangeView[];
  readonly counts: ChangeCounts;
  /** Bytes that this layer hides, by the layer they lie in. */
  readonly hides: ReadonlyMap<Snapshot, number>;
  readonly leaks: readonly LeakView[];
}

/** Most entries that a view lists; `counts` always tells all, and `stack.entries` gives them. */
export const SHOWN = 40;
const known = new WeakMap<Snapshot, LayerChanges>();

/** What a layer does to the layers below it: added, changed, deleted. Directories that only pass through are left out. */
export function layerChanges(store: ImageStore, snapshot: Snapshot): LayerChanges {
  const done = known.get(snapshot);
  if (done !== undefined) return done;
  const { changes, cover } = coverOf(store, snapshot);
  const made = { changes: changes.slice(0, SHOWN), counts: countChanges(changes), hides: cover.hides, leaks: cover.leaks };
  known.set(snapshot, made);
  return made;
}

/** The same, whole. */
export const allLayerChanges = (store: ImageStore, snapshot: Snapshot): readonly ChangeView[] => coverOf(store, snapshot).changes;

function coverOf(store: ImageStore, snapshot: Snapshot): { changes: ChangeView[]; cover: Cover } {
  const below = treeOf(store, snapshot.parent);
  const cover = new Cover(store, below, snapshot.parent);
  const isFirst = snapshot.parent === undefined;
  const changes = snapshot.layer.entries.flatMap((entry) => changeOf(entry, below, snapshot.tree, cover, isFirst));
  return { changes, cover };
}

export function countChanges(changes: readonly ChangeView[]): ChangeCounts {
  const counts = { A: 0, C: 0, D: 0 };
  for (const { kind } of changes) counts[kind]++;
  return { added: counts.A, changed: counts.C, deleted: counts.D };
}

function changeOf(entry: TarEntry, below: Tree, after: Tree, cover: Cover, isFirst: boolean): ChangeView[] {
  const slash = entry.path.lastIndexOf('/') + 1;
  const name = entry.path.slice(slash);
  if (name === OPAQUE) {
    const path = `/${entry.path.slice(0, Math.max(0, slash - 1))}`;
    return [{ kind: 'D', path, entryKind: 'opaque', ...cover.at(path, 'opaque') }];
  }
  if (name.startsWith(WHITEOUT)) {
    const path = `/${entry.path.slice(0, slash)}${name.slice(WHITEOUT.length)}`;
    return [{ kind: 'D', path, entryKind: 'whiteout', ...cover.at(path, 'deleted') }];
  }
  const path = `/${entry.path}`;
  const old = isFirst ? undefined : below.at(path);
  if (entry.path === '' || (old?.kind === 'dir' && entry.kind === 'dir' && sameDirectory(old, entry))) return [];
  const plain = { path, entryKind: kindOf(entry.kind), ...sizeOf(entry), ...targetOf(entry) };
  if (old === undefined) return [{ kind: 'A', ...plain }];
  const stays = old.kind === 'dir' && entry.kind === 'dir';
  return [{ kind: 'C', ...plain, ...(stays ? {} : cover.at(path, 'replaced', after.at(path))) }];
}

const sizeOf = (entry: TarEntry): { size?: number } => (entry.kind === 'file' ? { size: entry.body.size } : {});
const targetOf = (entry: TarEntry): { target?: string } =>
  entry.kind === 'symlink' || entry.kind === 'hardlink' ? { target: entry.linkname } : {};
const sameDirectory = (old: Inode, entry: TarEntry): boolean => old.mode === entry.mode && old.uid === entry.uid && old.gid === entry.gid;

export function kindOf(kind: TarEntry['kind'] | Inode['kind']): 'file' | 'dir' | 'symlink' | 'hardlink' | 'device' | 'fifo' {
  return kind === 'char' || kind === 'block' ? 'device' : kind === 'socket' ? 'fifo' : kind;
}
