import { type Attrs, type Body, bytesBody, compareNames, type Inode, type NewInode, ROOT, Tree } from '../tree/index.ts';
import { type ByteString, decodeText, encodeText } from './bytes.ts';
import { SysError } from './errno.ts';
import type { FileSystem } from './file-system.ts';
import { capable, EXECUTE, lookup, type Place, permits, READ, WRITE } from './lookup.ts';
import type { Mount } from './namespace.ts';
import type { Process } from './process.ts';

export interface OpenFlags {
  readonly read?: boolean;
  readonly write?: boolean;
  readonly append?: boolean;
  readonly create?: boolean;
  /** With `create`: fail when the file exists. */
  readonly exclusive?: boolean;
  readonly truncate?: boolean;
}

/** Most bytes read of a file that tells no size, as those of /proc. */
const SIZELESS = 1 << 20;

/** What stat(2) tells. */
export interface Stat {
  readonly inode: Inode;
  readonly kind: Inode['kind'];
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly size: number;
  readonly mtime: number;
  readonly atime: number;
  readonly nlink: number;
  /** Unique within `dev`. */
  readonly ino: number;
  /** Two stats name the same file when `dev` and `ino` are equal. */
  readonly dev: object;
}

/**
 * The system calls that take paths. Paths are byte strings, absolute or relative to the process's working directory. Each
 * checks permissions as Linux does and throws SysError with Linux's error number.
 */
export class FileCalls {
  readonly #p: Process;
  constructor(process: Process) {
    this.#p = process;
  }

  /** Where a path leads; for a missing last component `inode` is undefined. */
  place(path: ByteString, follow = true): Place {
    if (path === '') throw new SysError('ENOENT');
    const text = decodeText(path);
    const { ns, cwd, credentials } = this.#p;
    if (!text.startsWith('/') && /^\.{1,2}(?:\/|$)/.test(text) && this.#cwdRemoved()) return this.#fromRemoved(text, follow);
    if (this.#p.root === '/') return lookup(ns, text.startsWith('/') ? text : `${cwd}/${text}`, credentials, follow);
    const base = lookup(ns, this.#p.root, credentials, true);
    return lookup(ns, text.startsWith('/') ? text : `${this.shown(cwd)}/${text}`, credentials, follow, base);
  }
  /** A path of the namespace as this process sees it from its own root. */
  shown(path: string): string {
    const { root } = this.#p;
    return root === '/' || !`${path}/`.startsWith(`${root}/`) ? path : path.slice(root.length) || '/';
  }

  #cwdRemoved(): boolean {
    try {
      return lookup(this.#p.ns, this.#p.cwd, this.#p.credentials, true).inode === undefined;
    } catch (error) {
      if (error instanceof SysError) return error.errno === 'ENOENT';
      throw error;
    }
  }
  /** A path from a working directory that is gone: `.` is an empty directory without a name, `..` still its parent. */
  #fromRemoved(text: string, follow: boolean): Place {
    const { ns, cwd, credentials } = this.#p;
    if (text.startsWith('..')) return lookup(ns, `${cwd.slice(0, cwd.lastIndexOf('/'))}/${text.slice(2)}`, credentials, follow);
    if (!/^[./]*$/.test(text)) throw new SysError('ENOENT');
    const { root } = ns;
    return { mount: root, path: cwd, parent: undefined, name: '', inode: Tree.empty().get(ROOT)! };
  }

  stat(path: ByteString): Stat {
    const place = this.existing(path, true);
    const open = this.#p.kernel.descriptionAt(this.#p, place);
    return statOf(open === undefined ? place : { inode: open.stat(), mount: open.place?.mount ?? place.mount });
  }
  lstat(path: ByteString): Stat {
    return statOf(this.existing(path, false));
  }
  exists(path: ByteString): boolean {
    try {
      return this.place(path).inode !== undefined;
    } catch (error) {
      if (error instanceof SysError) return false;
      throw error;
    }
  }

  /** access(2) with READ | WRITE | EXECUTE; throws when it is not permitted. */
  access(path: ByteString, want: number): void {
    const place = this.existing(path, true);
    if ((want & WRITE) !== 0 && place.mount.readonly) throw new SysError('EROFS');
    if (!permits(place.inode, this.#p.credentials, want)) throw new SysError('EACCES');
  }
  can(path: ByteString, want: number): boolean {
    try {
      this.access(path, want);
      return true;
    } catch (error) {
      if (error instanceof SysError) return false;
      throw error;
    }
  }

  /** The absolute path without links and dots. */
  realpath(path: ByteString): ByteString {
    return encodeText(this.shown(this.existing(path, true).path));
  }

  /** Names in a directory in byte order, without `.` and `..`. */
  readdir(path: ByteString): ByteString[] {
    const place = this.existing(path, true);
    if (place.inode.kind !== 'dir') throw new SysError('ENOTDIR');
    if (!permits(place.inode, this.#p.credentials, READ)) throw new SysError('EACCES');
    const names = new Set(place.inode.entries.keys());
    return [...names].sort(compareNames).map(encodeText);
  }

  readlink(path: ByteString): ByteString {
    const { inode } = this.existing(path, false);
    if (inode.kind !== 'symlink') throw new SysError('EINVAL');
    return encodeText(inode.target);
  }

  /** The whole content of a regular file. Larger than `limit` bytes gives EFBIG. */
  readFile(path: ByteString, limit = 64 * 1024 * 1024): Uint8Array {
    const { inode } = this.existing(path, true);
    if (inode.kind === 'dir') throw new SysError('EISDIR');
    if (!permits(inode, this.#p.credentials, READ)) throw new SysError('EACCES');
    if (inode.kind !== 'file') throw new SysError('EINVAL');
    if (inode.body.size > limit) throw new SysError('EFBIG');
    return inode.body.read(0, Math.max(inode.body.size, SIZELESS));
  }

  /** The content of a regular file as a value, however large: nothing is read. */
  readBody(path: ByteString): Body {
    const { inode } = this.existing(path, true);
    if (!permits(inode, this.#p.credentials, READ)) throw new SysError('EACCES');
    if (inode.kind !== 'file') throw new SysError(inode.kind === 'dir' ? 'EISDIR' : 'EINVAL');
    return inode.body;
  }

  /** Creates or overwrites a file with a content that is a value already: nothing is copied. */
  writeBody(path: ByteString, body: Body): void {
    const { inode, mount } = this.#openable(path, { write: true, create: true, truncate: true }, 0o666);
    mount.fs.setBody(inode.ino, body, this.#p.now());
  }

  /** Creates or overwrites a file with these bytes, mode 0666 less the umask. */
  writeFile(path: ByteString, bytes: Uint8Array): void {
    const fd = this.open(path, { write: true, create: true, truncate: true });
    this.#p.io.at(fd).write(bytes, this.#p.now());
    this.#p.io.close(fd);
  }

  /** open(2). Returns the lowest free descriptor. */
  open(path: ByteString, flags: OpenFlags, mode = 0o666): number {
    return this.#p.io.install(this.#p.kernel.openPlace(this.#p, this.#openable(path, flags, mode), flags));
  }

  #openable(path: ByteString, flags: OpenFlags, mode: number): Place & { inode: Inode } {
    const place = this.place(path, !(flags.exclusive ?? false));
    if (place.inode === undefined) {
      if (!flags.create) throw new SysError('ENOENT');
      if (path.endsWith('/')) throw new SysError('EISDIR');
      this.#add(place, { kind: 'file', body: bytesBody(new Uint8Array(0)), ...this.#fresh(mode) });
      const made = place.mount.fs.child(place.parent!, place.name)!;
      return { ...place, inode: made };
    }
    if (flags.exclusive) throw new SysError('EEXIST');
    const want = (flags.read ? READ : 0) | (flags.write ? WRITE : 0);
    if (flags.write && place.inode.kind === 'dir') throw new SysError('EISDIR');
    if (!permits(place.inode, this.#p.credentials, want)) throw new SysError('EACCES');
    if (!flags.write || (place.inode.kind !== 'file' && place.inode.kind !== 'dir')) return { ...place, inode: place.inode };
    if (place.mount.readonly) throw new SysError('EROFS');
    const { fs } = place.mount;
    const ino = this.#own(place as Place & { inode: Inode });
    if (flags.truncate) fs.setBody(ino, bytesBody(new Uint8Array(0)), this.#p.now());
    else fs.setAttrs(ino, {});
    return { ...place, inode: fs.get(ino)! };
  }

  mkdir(path: ByteString, mode = 0o777): void {
    const place = this.place(path, false);
    if (place.inode !== undefined) throw new SysError('EEXIST');
    this.#add(place, { kind: 'dir', ...this.#fresh(mode) } as NewInode);
  }
  symlink(target: ByteString, path: ByteString): void {
    if (target === '') throw new SysError('ENOENT');
    const place = this.place(path, false);
    if (place.inode !== undefined) throw new SysError('EEXIST');
    this.#add(place, { kind: 'symlink', target: decodeText(target), ...this.#fresh(0o777), mode: 0o777 });
  }
  /** mknod(2) for fifos, sockets and devices; devices need root. */
  mknod(
    path: ByteString,
    node: { kind: 'fifo' | 'socket' } | { kind: 'char' | 'block'; major: number; minor: number },
    mode = 0o666,
  ): void {
    const place = this.place(path, false);
    if (place.inode !== undefined) throw new SysError('EEXIST');
    if ((node.kind === 'char' || node.kind === 'block') && !capable(this.#p.credentials, 'MKNOD')) throw new SysError('EPERM');
    this.#add(place, { ...node, ...this.#fresh(mode) });
  }
  link(from: ByteString, to: ByteString): void {
    const source = this.existing(from, false);
    const place = this.place(to, false);
    if (place.inode !== undefined) throw new SysError('EEXIST');
    if (source.inode.kind === 'dir') throw new SysError('EPERM');
    if (source.mount.fs !== place.mount.fs) throw new SysError('EXDEV');
    this.#checkParent(place);
    place.mount.fs.link(this.#own(source), place.parent!, place.name, this.#p.now());
  }

  unlink(path: ByteString): void {
    const place = this.existing(path, false);
    this.#checkRemove(place);
    if (place.inode.kind === 'dir') throw new SysError('EISDIR');
    place.mount.fs.unlink(place.parent!, place.name, this.#p.now());
  }
  rmdir(path: ByteString): void {
    if (/(^|\/)\.\/*$/.test(path)) throw new SysError('EINVAL');
    // A slash at the end does not make a link its target here (namei.c, do_rmdir).
    const place = this.existing(path.replace(/(?<=[^/])\/+$/, ''), false);
    if (place.inode.kind !== 'dir') throw new SysError('ENOTDIR');
    this.#checkRemove(place);
    if (place.inode.entries.size > 0) throw new SysError('ENOTEMPTY');
    place.mount.fs.unlink(place.parent!, place.name, this.#p.now());
  }
  rename(from: ByteString, to: ByteString): void {
    const source = this.existing(from, false);
    const target = this.place(to, false);
    if (source.parent === undefined || (target.parent === undefined && target.inode !== undefined)) throw new SysError('EBUSY');
    if (source.mount !== target.mount) throw new SysError('EXDEV');
    this.#checkRemove(source);
    if (source.inode.kind === 'dir' && target.path.startsWith(`${source.path}/`)) throw new SysError('EINVAL');
    // Moving a directory elsewhere changes its `..` (vfs_rename).
    const moves = source.inode.kind === 'dir' && source.parent !== target.parent;
    if (moves && !permits(source.inode, this.#p.credentials, WRITE)) throw new SysError('EACCES');
    const { fs } = source.mount;
    fs.checkRename(source.inode);
    if (target.inode === undefined) this.#checkParent(target);
    else {
      if (target.inode.ino === source.inode.ino) return;
      this.#checkRemove(target as Place & { inode: Inode });
      if (target.inode.kind === 'dir') {
        if (source.inode.kind !== 'dir') throw new SysError('EISDIR');
        if (target.inode.entries.size > 0) throw new SysError('ENOTEMPTY');
      } else if (source.inode.kind === 'dir') throw new SysError('ENOTDIR');
      fs.unlink(target.parent!, target.name, this.#p.now());
    }
    fs.rename({ parent: source.parent, name: source.name }, { parent: target.parent!, name: target.name }, this.#p.now());
  }

  chmod(path: ByteString, mode: number): void {
    const place = this.#changeable(path, true);
    const own = this.#p.credentials;
    const keep = own.uid === 0 || own.gid === place.inode.gid || own.groups.includes(place.inode.gid) ? mode : mode & ~0o2000;
    place.mount.fs.setAttrs(this.#own(place), { mode: keep & 0o7777 });
  }
  /** chown(2), or lchown(2) without `follow`. Undefined leaves an id. Clears set-ID bits of files as Linux does. */
  chown(path: ByteString, uid: number | undefined, gid: number | undefined, follow = true): void {
    const place = this.existing(path, follow);
    if (place.mount.readonly) throw new SysError('EROFS');
    const { inode } = place;
    const own = this.#p.credentials;
    if (!capable(own, 'CHOWN')) {
      const toOwnGroup = gid === undefined || gid === inode.gid || gid === own.gid || own.groups.includes(gid);
      if (own.uid !== inode.uid || (uid !== undefined && uid !== inode.uid) || !toOwnGroup) throw new SysError('EPERM');
    }
    const clear = inode.kind === 'file' && (inode.mode & 0o111) !== 0 ? ((inode.mode & 0o10) !== 0 ? 0o6000 : 0o4000) : 0;
    place.mount.fs.setAttrs(this.#own(place), { uid: uid ?? inode.uid, gid: gid ?? inode.gid, mode: inode.mode & ~clear });
  }
  /** Sets the times of modification and access, seconds since the epoch: both to a number, or each that is given. */
  utimes(path: ByteString, times: number | { readonly mtime?: number; readonly atime?: number }, follow = true): void {
    const place = this.existing(path, follow);
    if (place.mount.readonly) throw new SysError('EROFS');
    const own = this.#p.credentials;
    const { inode } = place;
    if (own.uid !== 0 && own.uid !== inode.uid && !permits(inode, own, WRITE)) throw new SysError('EACCES');
    const { mtime = inode.mtime, atime = inode.atime ?? inode.mtime } = typeof times === 'number' ? { mtime: times, atime: times } : times;
    place.mount.fs.setAttrs(this.#own(place), { mtime, atime });
  }
  truncate(path: ByteString, size: number): void {
    const fd = this.open(path, { write: true });
    this.#p.io.at(fd).truncate?.(size, this.#p.now());
    this.#p.io.close(fd);
  }

  existing(path: ByteString, follow: boolean): Place & { inode: Inode } {
    const place = this.place(path, follow);
    if (place.inode === undefined) throw new SysError('ENOENT');
    return place as Place & { inode: Inode };
  }

  #fresh(mode: number): Attrs {
    const { uid, gid } = this.#p.credentials;
    return { mode: mode & ~this.#p.umask & 0o7777, uid, gid, mtime: this.#p.now() };
  }
  #own(place: Place & { inode: Inode }): number {
    const link = place.parent === undefined ? undefined : { parent: place.parent, name: place.name };
    return place.mount.fs.own(place.inode.ino, link);
  }
  #changeable(path: ByteString, follow: boolean): Place & { inode: Inode } {
    const place = this.existing(path, follow);
    if (place.mount.readonly) throw new SysError('EROFS');
    const own = this.#p.credentials;
    if (!capable(own, 'FOWNER') && own.uid !== place.inode.uid) throw new SysError('EPERM');
    return place;
  }
  /** A place's directory can take a new name. */
  #checkParent(place: Place): Inode {
    const parent = place.parent === undefined ? undefined : place.mount.fs.get(place.parent);
    if (parent === undefined || (parent.links.length === 0 && parent.ino !== 1)) throw new SysError('ENOENT');
    if (place.mount.readonly) throw new SysError('EROFS');
    if (!permits(parent, this.#p.credentials, WRITE | EXECUTE)) throw new SysError('EACCES');
    return parent;
  }
  #checkRemove(place: Place & { inode: Inode }): void {
    if (place.parent === undefined) throw new SysError('EBUSY');
    const parent = this.#checkParent(place);
    const { uid } = this.#p.credentials;
    if ((parent.mode & 0o1000) !== 0 && uid !== 0 && uid !== place.inode.uid && uid !== parent.uid) throw new SysError('EPERM');
    if (this.#p.ns.mountAt(place.path) !== undefined || this.#p.ns.hasMountBelow(place.path)) throw new SysError('EBUSY');
  }
  #add(place: Place, made: NewInode): void {
    const parent = this.#checkParent(place);
    const inherit = (parent.mode & 0o2000) !== 0;
    const setgid = inherit && made.kind === 'dir' ? 0o2000 : 0;
    place.mount.fs.create(place.parent!, place.name, { ...made, gid: inherit ? parent.gid : made.gid, mode: made.mode | setgid });
  }
}

export function statOf(place: { readonly inode: Inode; readonly mount: Mount }): Stat {
  const { inode } = place;
  const { kind, mode, uid, gid, mtime, atime = mtime, ino } = inode;
  const size =
    inode.kind === 'file' ? inode.body.size : inode.kind === 'symlink' ? encodeText(inode.target).length : inode.kind === 'dir' ? 4096 : 0;
  return {
    inode,
    kind,
    mode,
    uid,
    gid,
    size,
    mtime,
    atime,
    ino,
    dev: place.mount.fs,
    get nlink() {
      return linksOf(inode, place.mount.fs);
    },
  };
}

/** Whether a file is still that of the layers below, some names of which may be gone. */
function isUntouched(below: Inode, inode: Inode): boolean {
  if (below === inode) return true;
  const same = below.kind === inode.kind && below.mode === inode.mode && below.uid === inode.uid && below.gid === inode.gid;
  if (!same || below.mtime !== inode.mtime || (below.kind === 'file' && inode.kind === 'file' && below.body !== inode.body)) return false;
  return inode.links.every((link) => below.links.some(({ parent, name }) => parent === link.parent && name === link.name));
}

/** st_nlink: a directory has two and one for each directory in it; under an overlay one when both layers hold it, as they do the root (ovl_getattr). */
function linksOf(inode: Inode, fs: FileSystem): number {
  const below = fs.lower?.get(inode.ino);
  if (inode.kind !== 'dir') {
    const kept = below !== undefined && isUntouched(below, inode);
    return kept ? below.links.length + (below.spread ?? 0) : Math.max(1, inode.links.length);
  }
  if (fs.lower !== undefined && inode.spread !== undefined) return 1;
  if (below !== undefined && (below !== inode || inode.ino === ROOT)) return 1;
  let links = 2;
  for (const [, ino] of inode.entries.entries()) if (fs.get(ino)?.kind === 'dir') links++;
  return links;
}
