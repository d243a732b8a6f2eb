import type { Inode } from './inode.ts';
import type { Tree } from './tree.ts';

const MAX_LINKS = 40;

/** Where a path leads inside a tree when links are taken and nothing can leave the root, as in a chroot. */
export interface Resolved {
  /** Absolute, without links: of the last component too, unless it is a link that was not to be followed. */
  readonly path: string;
  /** Undefined when nothing is there; then `path` says where it would be. */
  readonly inode: Inode | undefined;
}

/** Resolves a path, taking links in every component, and in the last one too if `follow`. Undefined for a loop of links. */
export function resolvePath(tree: Tree, path: string, follow = true): Resolved | undefined {
  const pending = path.split('/').reverse();
  let stack: { name: string; inode: Inode | undefined }[] = [];
  const top = (): Inode | undefined => (stack.length === 0 ? tree.root() : stack.at(-1)!.inode);
  for (let links = 0; pending.length > 0; ) {
    const name = pending.pop()!;
    if (name === '' || name === '.') continue;
    if (name === '..') {
      stack.pop();
      continue;
    }
    const here = top();
    const inode = here === undefined ? undefined : tree.child(here.ino, name);
    const last = pending.every((rest) => rest === '' || rest === '.');
    if (inode?.kind === 'symlink' && (!last || follow)) {
      if (++links > MAX_LINKS) return undefined;
      if (inode.target.startsWith('/')) stack = [];
      pending.push(...inode.target.split('/').reverse());
      continue;
    }
    stack.push({ name, inode });
  }
  return { path: `/${stack.map(({ name }) => name).join('/')}`, inode: top() };
}

/** The inode a path leads to inside a tree, links taken. */
export const resolveIn = (tree: Tree, path: string, follow = true): Inode | undefined => resolvePath(tree, path, follow)?.inode;

/** Whether `..` in a path leads above where it begins. */
export function climbsOut(path: string): boolean {
  let depth = 0;
  for (const part of path.split('/')) {
    if (part === '..') depth--;
    else if (part !== '' && part !== '.') depth++;
    if (depth < 0) return true;
  }
  return false;
}
