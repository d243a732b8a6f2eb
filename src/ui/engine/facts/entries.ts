// Entries of layers and of trees as the grader sees them.
import { OPAQUE, type TarEntry, WHITEOUT } from '../../../engine/layer/index.ts';
import { type Inode, readBody, resolveIn, type Tree } from '../../../engine/tree/index.ts';
import type { EntryFacts } from '../../../grader/index.ts';
import { kindOf } from '../view/index.ts';

const decoder = new TextDecoder();

export function entryFacts(entry: TarEntry): EntryFacts {
  const { mode, uid, gid } = entry;
  const slash = entry.path.lastIndexOf('/') + 1;
  const name = entry.path.slice(slash);
  const base = { mode, uid, gid, size: entry.kind === 'file' ? entry.body.size : 0 };
  if (name === OPAQUE) return { ...base, kind: 'opaque', path: `/${entry.path.slice(0, slash - 1)}` };
  if (name.startsWith(WHITEOUT)) return { ...base, kind: 'whiteout', path: `/${entry.path.slice(0, slash)}${name.slice(WHITEOUT.length)}` };
  const target = entry.kind === 'symlink' || entry.kind === 'hardlink' ? { target: entry.linkname } : {};
  return { ...base, ...target, kind: kindOf(entry.kind), path: `/${entry.path}` };
}

/** What stands at a path; a link at its end is followed only when asked. */
export function statIn(tree: Tree, path: string, follow: boolean): EntryFacts | undefined {
  const inode = resolveIn(tree, path, follow);
  return inode === undefined ? undefined : inodeFacts(path, inode);
}

/** The text of a regular file, links followed. */
export function textIn(tree: Tree, path: string): string | undefined {
  const inode = resolveIn(tree, path);
  return inode?.kind === 'file' ? decoder.decode(readBody(inode.body)) : undefined;
}

function inodeFacts(path: string, inode: Inode): EntryFacts {
  const { mode, uid, gid } = inode;
  const target = inode.kind === 'symlink' ? { target: inode.target } : {};
  return { path, kind: kindOf(inode.kind), size: inode.kind === 'file' ? inode.body.size : 0, mode, uid, gid, ...target };
}
