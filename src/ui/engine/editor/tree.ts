// Directories of a machine's host as the file tree lists them, from the machine's value: any machine, at any moment.
import { compareNames, type Inode, resolveIn, type Tree } from '../../../engine/tree/index.ts';
import type { Listing, TreeEntry } from '../../session/queries/editor.ts';

/** Most entries that are counted for a total. */
const MOST = 100_000;

/** The home of the user that the terminal is. */
export const HOME = '/root';

const leadsTo = (inode: Inode | undefined): NonNullable<TreeEntry['leads']> => {
  if (inode === undefined) return 'nowhere';
  return inode.kind === 'file' || inode.kind === 'dir' ? inode.kind : 'other';
};

function entryOf(tree: Tree, dir: string, name: string, inode: Inode): TreeEntry {
  const kind = inode.kind === 'file' || inode.kind === 'dir' || inode.kind === 'symlink' ? inode.kind : 'other';
  const base = { name, kind, size: inode.kind === 'file' ? inode.body.size : 0, mode: inode.mode, mtime: inode.mtime } as const;
  if (inode.kind !== 'symlink') return base;
  return { ...base, target: inode.target, leads: leadsTo(resolveIn(tree, `${dir}/${name}`)) };
}

/** Sorted by name in byte order. */
export function listing(tree: Tree, dir: string): Listing {
  const found = resolveIn(tree, dir);
  if (found?.kind !== 'dir') return { dir, entries: undefined };
  const names = [...found.entries.keys()].sort(compareNames);
  return { dir, entries: names.flatMap((name) => entryOf(tree, dir === '/' ? '' : dir, name, tree.child(found.ino, name)!)) };
}

const totals = new WeakMap<Inode, { readonly tree: Tree; readonly bytes: number }>();

/** Bytes of all files below a directory; a file with several names counts once. */
export function totalOf(tree: Tree, dir: string): number {
  const top = resolveIn(tree, dir);
  if (top?.kind !== 'dir') return 0;
  const kept = totals.get(top);
  if (kept?.tree === tree) return kept.bytes;
  const seen = new Set<number>();
  const waiting: Inode[] = [top];
  let bytes = 0;
  while (waiting.length > 0 && seen.size < MOST) {
    const inode = waiting.pop()!;
    if (seen.has(inode.ino)) continue;
    seen.add(inode.ino);
    if (inode.kind === 'file') bytes += inode.body.size;
    if (inode.kind === 'dir') for (const name of tree.names(inode.ino)) waiting.push(tree.child(inode.ino, name)!);
  }
  totals.set(top, { tree, bytes });
  return bytes;
}
