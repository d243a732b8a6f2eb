import type { Inode } from '../tree/index.ts';
import { emptyBody } from '../tree/index.ts';
import type { Change } from './change.ts';
import { OPAQUE, type TarEntry, WHITEOUT } from './entry.ts';

/** How a directory that replaced another is written: an opaque marker inside it (classic graph driver), or a whiteout beside it. */
export type OpaqueStyle = 'marker' | 'whiteout';

/**
 * The archive members for a list of changes, in the order given. A file with several changed names is written once; the others link
 * to that first name.
 */
export function packEntries(changes: readonly Change[], style: OpaqueStyle = 'marker'): TarEntry[] {
  const out: TarEntry[] = [];
  const written = new Map<number, string>();
  for (const change of changes) {
    const path = change.path.slice(1);
    if (change.kind === 'deleted') {
      out.push(whiteout(path));
      continue;
    }
    const { inode } = change;
    if (change.opaque && style === 'whiteout') out.push(whiteout(path));
    const first = written.get(inode.ino);
    if (first !== undefined && inode.kind !== 'dir') out.push({ kind: 'hardlink', linkname: first, path, ...metaOf(inode) });
    else if (inode.kind !== 'socket') out.push(entryOf(path, inode));
    if (first === undefined) written.set(inode.ino, path);
    if (change.opaque && style === 'marker')
      out.push({ kind: 'file', body: emptyBody, path: `${path}/${OPAQUE}`, mode: 0o644, uid: 0, gid: 0, mtime: 0 });
  }
  return out;
}

/** The entry that removes `path` of the layers below. */
export function whiteout(path: string): TarEntry {
  const slash = path.lastIndexOf('/') + 1;
  const name = `${path.slice(0, slash)}${WHITEOUT}${path.slice(slash)}`;
  return { kind: 'file', body: emptyBody, path: name, mode: 0o644, uid: 0, gid: 0, mtime: 0 };
}

export function entryOf(path: string, inode: Inode): TarEntry {
  const base = { path, ...metaOf(inode) };
  switch (inode.kind) {
    case 'file':
      return { kind: 'file', body: inode.body, ...base };
    case 'symlink':
      return { kind: 'symlink', linkname: inode.target, ...base };
    case 'char':
    case 'block':
      return { kind: inode.kind, major: inode.major, minor: inode.minor, ...base };
    case 'dir':
      return { kind: 'dir', ...base };
    default:
      return { kind: 'fifo', ...base };
  }
}

function metaOf({ mode, uid, gid, mtime, xattrs }: Inode): Pick<TarEntry, 'mode' | 'uid' | 'gid' | 'mtime' | 'xattrs'> {
  return { mode, uid, gid, mtime: Math.floor(mtime), ...(xattrs === undefined ? {} : { xattrs }) };
}
