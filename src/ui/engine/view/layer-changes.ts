import { OPAQUE, type TarEntry, WHITEOUT } from '../../../engine/layer/index.ts';
import { type ImageStore, type Snapshot, treeOf } from '../../../engine/store/index.ts';
import type { Inode, Tree } from '../../../engine/tree/index.ts';
import type { ChangeCounts, ChangeView } from '../../session/view/index.ts';

export interface LayerChanges {
  readonly changes: readonly ChangeView[];
  readonly counts: ChangeCounts;
}

/** Most entries that a picture lists; `counts` always tells all. */
const SHOWN = 400;
const known = new WeakMap<Snapshot, LayerChanges>();

/** What a layer does to the layers below it: added, changed, deleted. Directories that only pass through are left out. */
export function layerChanges(store: ImageStore, snapshot: Snapshot): LayerChanges {
  const done = known.get(snapshot);
  if (done !== undefined) return done;
  const changes = allLayerChanges(store, snapshot);
  const made = { changes: changes.slice(0, SHOWN), counts: countChanges(changes) };
  known.set(snapshot, made);
  return made;
}

/** The same, whole. */
export function allLayerChanges(store: ImageStore, snapshot: Snapshot): readonly ChangeView[] {
  const below = treeOf(store, snapshot.parent);
  return snapshot.layer.entries.flatMap((entry) => changeOf(entry, below));
}

function countChanges(changes: readonly ChangeView[]): ChangeCounts {
  const count = (kind: ChangeView['kind']): number => changes.filter((change) => change.kind === kind).length;
  return { added: count('A'), changed: count('C'), deleted: count('D') };
}

function changeOf(entry: TarEntry, below: Tree): ChangeView[] {
  const slash = entry.path.lastIndexOf('/') + 1;
  const name = entry.path.slice(slash);
  if (name === OPAQUE) return [{ kind: 'D', path: `/${entry.path.slice(0, slash - 1)}`, entryKind: 'opaque' }];
  if (name.startsWith(WHITEOUT))
    return [{ kind: 'D', path: `/${entry.path.slice(0, slash)}${name.slice(WHITEOUT.length)}`, entryKind: 'whiteout' }];
  const old = below.at(`/${entry.path}`);
  if (old?.kind === 'dir' && entry.kind === 'dir' && sameDirectory(old, entry)) return [];
  const kind = old === undefined ? 'A' : 'C';
  return [{ kind, path: `/${entry.path}`, entryKind: kindOf(entry.kind), ...(entry.kind === 'file' ? { size: entry.body.size } : {}) }];
}

const sameDirectory = (old: Inode, entry: TarEntry): boolean => old.mode === entry.mode && old.uid === entry.uid && old.gid === entry.gid;

export function kindOf(kind: TarEntry['kind'] | Inode['kind']): 'file' | 'dir' | 'symlink' | 'hardlink' | 'device' | 'fifo' {
  return kind === 'char' || kind === 'block' ? 'device' : kind === 'socket' ? 'fifo' : kind;
}
