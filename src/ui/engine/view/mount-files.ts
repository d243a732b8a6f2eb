import type { Container } from '../../../engine/container/index.ts';
import { type Body, resolvePath, sameBody, type Tree } from '../../../engine/tree/index.ts';
import type { MountFileView } from '../../session/view/run.ts';

export interface MountFiles {
  readonly files: number;
  readonly bytes: number;
  readonly entries: readonly MountFileView[];
}

/** Entries that a view lists. */
const SHOWN = 8;
/** Entries that are counted at most: a bind of the whole host is not walked to its end after each command. */
const MOST = 4000;
const known = new WeakMap<Tree, Map<string, MountFiles>>();

/** What a mount holds: the files of `tree` below `from`, compared with what the image has at the mount's place. */
export function mountFiles(tree: Tree, from: string, container: Container, target: string): MountFiles {
  const key = `${from}\n${container.id}\n${target}`;
  let perTree = known.get(tree);
  if (perTree === undefined) known.set(tree, (perTree = new Map()));
  const done = perTree.get(key);
  if (done !== undefined) return done;
  const all = allMountFiles(tree, from, container, target);
  const regular = all.filter(({ kind }) => kind === 'file');
  const made = {
    files: regular.length,
    bytes: regular.reduce((sum, { size = 0 }) => sum + size, 0),
    entries: [...all].sort((a, b) => Number(a.fromImage) - Number(b.fromImage)).slice(0, SHOWN),
  };
  perTree.set(key, made);
  return made;
}

/** The same, every entry. */
export function allMountFiles(tree: Tree, from: string, container: Container, target: string): MountFileView[] {
  const top = resolvePath(tree, from)?.inode;
  if (top === undefined) return [];
  const below = resolvePath(container.lower, target)?.path ?? target;
  const out: MountFileView[] = [];
  const list = top.kind === 'dir' ? tree.walk(top.ino) : ([['', top]] as const);
  for (const [path, inode] of list) {
    if (inode.kind === 'dir') continue;
    const same = container.lower.at(`${below}${path}`);
    out.push({
      path: path === '' ? from.slice(from.lastIndexOf('/')) : path,
      kind: inode.kind === 'file' || inode.kind === 'symlink' ? inode.kind : 'other',
      ...(inode.kind === 'file' ? { size: inode.body.size } : {}),
      fromImage: inode.kind === 'file' && same?.kind === 'file' && equal(same.body, inode.body),
    });
    if (out.length >= MOST) break;
  }
  return out;
}

/** Large bodies are compared by identity alone: what was copied from the image is the same value. */
const equal = (a: Body, b: Body): boolean => a === b || (a.size === b.size && a.size <= 65_536 && sameBody(a, b));
