// Where a file of a stack of layers comes from, and what goes out of sight when something covers it.
import type { ChainID } from '../../../engine/digest/index.ts';
import type { ImageStore, Snapshot } from '../../../engine/store/index.ts';
import type { Inode, Tree } from '../../../engine/tree/index.ts';

/** The layer that put this inode at this path: the lowest one from which on it is there. */
export function originOf(store: ImageStore, top: ChainID | undefined, path: string, inode: Inode): Snapshot | undefined {
  let at = top === undefined ? undefined : store.snapshots.get(top);
  if (at === undefined || at.tree.at(path)?.ino !== inode.ino) return undefined;
  while (at.parent !== undefined) {
    const below = store.snapshots.get(at.parent);
    if (below === undefined || below.tree.at(path)?.ino !== inode.ino) break;
    at = below;
  }
  return at;
}

export interface HiddenFile {
  readonly path: string;
  readonly inode: Inode;
  readonly bytes: number;
  /** Undefined for what no layer of the image holds, such as the engine's own mount points. */
  readonly origin: Snapshot | undefined;
}

/** The files below a path in `lower`, whose layers end at `top`, that go out of sight when the path is covered. */
export function hiddenBelow(store: ImageStore, lower: Tree, top: ChainID | undefined, path: string): HiddenFile[] {
  const inode = lower.at(path);
  if (inode === undefined) return [];
  const under = inode.kind === 'dir' ? lower.walk(inode.ino, path === '/' ? '' : path) : [[path, inode] as const];
  const out: HiddenFile[] = [];
  for (const [at, one] of under)
    if (one.kind !== 'dir') out.push({ path: at, inode: one, bytes: bytesOf(one), origin: originOf(store, top, at, one) });
  return out;
}

/** A file with more names stays in sight under the others. */
const bytesOf = (inode: Inode): number => (inode.kind === 'file' && inode.links.length === 1 ? inode.body.size : 0);
