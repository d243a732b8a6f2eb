import type { TarEntry } from '../../tar/index.ts';
import type { Inode, NewInode } from '../../tree/index.ts';
import { joinPath, type Owner, PathError, type ScratchTree, splitPath } from './scratch-tree.ts';

export interface UnpackOptions {
  /** Everything gets this owner instead of its own. */
  readonly owner?: Owner | undefined;
  /** Missing parent directories get this owner; root unless told. */
  readonly parents?: Owner;
}

const ROOT_OWNER: Owner = { uid: 0, gid: 0 };

/**
 * Unpacks members into directory `dest` as moby's pkg/archive does inside a chroot there: what is in the way is removed unless both are
 * directories, hard links lead inside `dest`, links in parent paths are taken as if `dest` were the root. Whiteouts are ordinary files here.
 */
export function unpackInto(scratch: ScratchTree, dest: string, entries: Iterable<TarEntry>, options: UnpackOptions = {}): void {
  const times: [string, number][] = [];
  for (const entry of entries) {
    if (entry.path === '' || entry.path.split('/').includes('..')) {
      if (entry.path === '') continue;
      throw new PathError('unpack', entry.path, `"${joinPath(dest, entry.path)}" is outside of "${dest}"`);
    }
    const { dir, name } = splitPath(`/${entry.path}`);
    const parent = parentIn(scratch, dest, dir, options.parents ?? ROOT_OWNER);
    const path = joinPath(parent, name);
    const there = scratch.lstat(path);
    if (there !== undefined && !(there.kind === 'dir' && entry.kind === 'dir')) scratch.removeAll(path);
    place(scratch, dest, path, entry, options.owner);
    if (entry.kind === 'dir') times.push([path, entry.mtime]);
  }
  for (const [path, mtime] of times) if (scratch.lstat(path)?.kind === 'dir') scratch.setTime(path, mtime);
}

/** Where `dir` of an archive is when `dest` is the root: links inside it start from there. */
function parentIn(scratch: ScratchTree, dest: string, dir: string, owner: Owner): string {
  let at = dest;
  const pending = dir
    .split('/')
    .filter((part) => part !== '')
    .reverse();
  for (let links = 0; pending.length > 0; ) {
    const name = pending.pop()!;
    if (name === '..') {
      at = at === dest ? dest : splitPath(at).dir;
      continue;
    }
    const next = joinPath(at, name);
    const inode = scratch.lstat(next);
    if (inode?.kind === 'symlink') {
      if (++links > 40) throw new PathError('lstat', next, 'too many levels of symbolic links');
      if (inode.target.startsWith('/')) at = dest;
      pending.push(
        ...inode.target
          .split('/')
          .filter((part) => part !== '' && part !== '.')
          .reverse(),
      );
      continue;
    }
    if (inode === undefined) scratch.mkdirAll(next, 0o755, owner);
    else if (inode.kind !== 'dir') throw new PathError('mkdir', next, 'not a directory');
    at = next;
  }
  return at;
}

function place(scratch: ScratchTree, dest: string, path: string, entry: TarEntry, owner: Owner | undefined): void {
  const attrs = {
    mode: entry.mode,
    uid: owner?.uid ?? entry.uid,
    gid: owner?.gid ?? entry.gid,
    mtime: entry.mtime,
    ...(entry.xattrs === undefined ? {} : { xattrs: entry.xattrs }),
  };
  if (entry.kind === 'hardlink') {
    const target: Inode | undefined = scratch.lstat(dest === '/' ? `/${entry.linkname}` : `${dest}/${entry.linkname}`);
    if (target === undefined || target.kind === 'dir') throw new PathError('link', `/${entry.linkname}`, 'no such file or directory');
    scratch.link(target, path);
    if (owner !== undefined) scratch.setAttrs(path, owner);
    return;
  }
  if (entry.kind === 'dir') {
    if (scratch.lstat(path) === undefined) scratch.create(path, { kind: 'dir', ...attrs });
    else scratch.setAttrs(path, attrs);
    return;
  }
  scratch.create(path, madeFrom(entry, attrs));
}

function madeFrom(entry: Exclude<TarEntry, { kind: 'hardlink' }>, attrs: Pick<NewInode, 'mode' | 'uid' | 'gid' | 'mtime'>): NewInode {
  switch (entry.kind) {
    case 'file':
      return { kind: 'file', body: entry.body, ...attrs };
    case 'symlink':
      return { kind: 'symlink', target: entry.linkname, ...attrs };
    case 'char':
    case 'block':
      return { kind: entry.kind, major: entry.major, minor: entry.minor, ...attrs };
    case 'dir':
      return { kind: 'dir', ...attrs };
    default:
      return { kind: 'fifo', ...attrs };
  }
}
