// A file or directory of the machine as bytes for a download.
import { type Zippable, zipSync } from 'fflate';
import { type TarEntry, tarBody } from '../../../engine/tar/index.ts';
import { type Inode, readBody, resolveIn, type Tree } from '../../../engine/tree/index.ts';
import { Refusal } from '../../session/refusal/index.ts';

/** Most bytes in one download. */
const LARGEST_PACK = 256 * 1024 * 1024;
/** ZIP cannot say an earlier time. */
const FIRST_ZIP_TIME = Date.UTC(1980, 0, 2);

interface Member {
  readonly path: string;
  readonly inode: Inode;
}

/** Everything below a directory, parents first, names in the tree's order; the directory itself under its own name. */
function membersOf(tree: Tree, top: Inode, name: string): Member[] {
  const members: Member[] = [];
  const waiting: Member[] = [{ path: name, inode: top }];
  let bytes = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { path, inode } = next;
    members.push(next);
    if (inode.kind === 'file') bytes += inode.body.size;
    if (bytes > LARGEST_PACK) throw new Refusal('files.large', { mib: LARGEST_PACK / 1024 / 1024 });
    if (inode.kind !== 'dir') continue;
    for (const child of [...tree.names(inode.ino)].reverse())
      waiting.push({ path: path === '' ? child : `${path}/${child}`, inode: tree.child(inode.ino, child)! });
  }
  return members.filter(({ path }) => path !== '');
}

function tarEntries(members: readonly Member[]): TarEntry[] {
  const first = new Map<number, string>();
  return members.flatMap(({ path, inode }): TarEntry[] => {
    const { mode, uid, gid } = inode;
    const base = { path, mode, uid, gid, mtime: Math.floor(inode.mtime) };
    const other = first.get(inode.ino);
    if (inode.kind !== 'dir' && other !== undefined) return [{ ...base, kind: 'hardlink', linkname: other }];
    first.set(inode.ino, path);
    if (inode.kind === 'file') return [{ ...base, kind: 'file', body: inode.body }];
    if (inode.kind === 'symlink') return [{ ...base, kind: 'symlink', linkname: inode.target }];
    if (inode.kind === 'char' || inode.kind === 'block') return [{ ...base, kind: inode.kind, major: inode.major, minor: inode.minor }];
    return inode.kind === 'socket' ? [] : [{ ...base, kind: inode.kind }];
  });
}

/** Modes and links are kept in Unix's attributes; what is neither file, directory nor link is left out. */
function zip(members: readonly Member[]): Uint8Array {
  const files: Zippable = {};
  for (const { path, inode } of members) {
    const type = inode.kind === 'dir' ? 0o040000 : inode.kind === 'symlink' ? 0o120000 : 0o100000;
    const options = { os: 3, attrs: ((type | inode.mode) << 16) >>> 0, mtime: Math.max(FIRST_ZIP_TIME, inode.mtime * 1000) };
    if (inode.kind === 'dir') files[`${path}/`] = [new Uint8Array(0), options];
    else if (inode.kind === 'file') files[path] = [readBody(inode.body), options];
    else if (inode.kind === 'symlink') files[path] = [new TextEncoder().encode(inode.target), options];
  }
  return zipSync(files, { level: 6 });
}

export function pack(tree: Tree, path: string, as: 'file' | 'tar' | 'zip'): { name: string; bytes: Uint8Array } {
  const inode = resolveIn(tree, path);
  if (inode === undefined) throw new Error(`${path}: No such file or directory`);
  const name = path.split('/').at(-1) ?? '';
  if (as === 'file') {
    if (inode.kind !== 'file') throw new Refusal('files.notfile', { path });
    if (inode.body.size > LARGEST_PACK) throw new Refusal('files.large', { mib: LARGEST_PACK / 1024 / 1024 });
    return { name, bytes: readBody(inode.body) };
  }
  const members = membersOf(tree, inode, name);
  const bytes = as === 'zip' ? zip(members) : readBody(tarBody(tarEntries(members)));
  return { name: `${name || 'machine'}.${as}`, bytes };
}
