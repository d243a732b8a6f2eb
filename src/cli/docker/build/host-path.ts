import { encodeText, type Process, SysError } from '../../../engine/kernel/index.ts';
import type { Inode, Tree } from '../../../engine/tree/index.ts';

/** Something on the host: the tree it is in, and its absolute path without links. */
export interface HostPlace {
  readonly tree: Tree;
  readonly inode: Inode;
  readonly path: string;
}

/** A path made absolute and clean, as Go's filepath.Abs does: links are not looked at. */
export function absolute(process: Process, path: string): string {
  const out: string[] = [];
  for (const part of (path.startsWith('/') ? path : `${process.cwd}/${path}`).split('/')) {
    if (part === '..') out.pop();
    else if (part !== '' && part !== '.') out.push(part);
  }
  return `/${out.join('/')}`;
}

/** What a path leads to, links taken; undefined when that is nothing. */
export function hostPlace(process: Process, path: string): HostPlace | undefined {
  try {
    const { inode, mount, path: real } = process.fs.existing(encodeText(path), true);
    return { tree: mount.fs.tree(), inode, path: real };
  } catch (error) {
    if (error instanceof SysError) return undefined;
    throw error;
  }
}

/** Go's filepath.Rel of two clean absolute paths. */
export function relative(from: string, to: string): string {
  const a = from.split('/').filter((part) => part !== '');
  const b = to.split('/').filter((part) => part !== '');
  let same = 0;
  while (same < a.length && same < b.length && a[same] === b[same]) same++;
  return [...a.slice(same).map(() => '..'), ...b.slice(same)].join('/') || '.';
}

/** The text Go's os.PathError has for a failed call on a path that is not there. */
export function missing(process: Process, path: string): string {
  let at = '';
  for (const part of path.split('/').filter((name) => name !== '')) {
    at += `/${part}`;
    try {
      process.fs.lstat(encodeText(at));
    } catch (error) {
      if (error instanceof SysError) return `lstat ${at}: ${error.message.toLowerCase()}`;
      throw error;
    }
  }
  return `lstat ${path}: no such file or directory`;
}
