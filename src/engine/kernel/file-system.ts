import { type Body, type Ino, type Inode, type Link, type NewInode, Tree, TreeEdit } from '../tree/index.ts';
import { SysError } from './errno.ts';

export interface FileSystemOptions {
  /** What `mount` shows: `overlay`, `ext4`, `tmpfs`, `proc` … */
  readonly type: string;
  readonly tree: Tree;
  /** The read-only lower tree of an overlay: changing what comes from it copies it up, and its directories cannot be renamed. */
  readonly lower?: Tree;
  /** Most bytes that files may hold beyond what `tree` held. */
  readonly quota?: number;
  /** Most inodes that may be made. */
  readonly maxInodes?: number;
}

const QUOTA = 512 * 1024 * 1024;
const MAX_INODES = 200_000;

/**
 * A mounted file system: a tree under change, with overlayfs' rules where it has a lower tree, limits, and inodes that
 * live on while open. Knows nothing of paths, permissions or processes.
 */
export class FileSystem {
  readonly type: string;
  readonly lower: Tree | undefined;
  readonly #edit: TreeEdit;
  readonly #open = new Map<Ino, number>();
  readonly #quota: number;
  /** Bytes that may be written, where that was said; undefined for the limit that every file system has. */
  readonly quota: number | undefined;
  readonly #lastIno: number;
  #grown = 0;

  constructor(options: FileSystemOptions) {
    this.type = options.type;
    this.lower = options.lower;
    this.#edit = new TreeEdit(options.tree);
    this.#quota = options.quota ?? QUOTA;
    this.quota = options.quota;
    this.#lastIno = options.tree.nextIno + (options.maxInodes ?? MAX_INODES);
  }

  /** The tree as it is now; free. */
  tree(): Tree {
    return this.#edit.tree();
  }
  get(ino: Ino): Inode | undefined {
    return this.#edit.get(ino);
  }
  child(dir: Ino, name: string): Inode | undefined {
    return this.#edit.child(dir, name);
  }

  create(parent: Ino, name: string, made: NewInode): Ino {
    if (made.kind === 'file') this.#grow(made.body.size);
    const ino = this.#edit.create(parent, name, made);
    if (ino > this.#lastIno) {
      this.#edit.unlink(parent, name);
      throw new SysError('ENOSPC');
    }
    this.#touch(parent, made.mtime);
    return ino;
  }

  /** Copies an inode up before a change: under an overlay a hard link of the lower tree becomes a file of its own. Returns the inode to change. */
  own(ino: Ino, link: Link | undefined): Ino {
    const inode = this.#edit.get(ino);
    if (inode === undefined || link === undefined || inode.links.length < 2 || this.lower?.get(ino) !== inode) return ino;
    return this.#edit.split(ino, link);
  }

  setBody(ino: Ino, body: Body, mtime: number): void {
    const inode = this.#edit.get(ino);
    if (inode?.kind !== 'file') throw new SysError('EINVAL');
    this.#grow(body.size - inode.body.size);
    this.#edit.patch(ino, { body, mtime });
  }

  /** Changes attributes; an empty patch still copies up. */
  setAttrs(ino: Ino, patch: Partial<Pick<Inode, 'mode' | 'uid' | 'gid' | 'mtime' | 'atime' | 'xattrs'>>): void {
    this.#edit.patch(ino, patch);
  }

  link(ino: Ino, parent: Ino, name: string, now: number): void {
    const first = this.#edit.get(ino)?.links[0];
    this.#edit.link(first === undefined ? ino : this.#copyUp(ino, first), parent, name);
    this.#touch(parent, now);
  }

  unlink(parent: Ino, name: string, now: number): void {
    const inode = this.#edit.child(parent, name);
    if (inode === undefined) throw new SysError('ENOENT');
    const busy = this.#open.has(inode.ino);
    if (inode.kind === 'file' && inode.links.length === 1 && !busy) this.#grow(-inode.body.size);
    this.#edit.unlink(parent, name, busy);
    this.#touch(parent, now);
  }

  /**
   * Moves a name onto a free one. Under an overlay a directory that the lower tree holds gives EXDEV (redirect_dir=off, as Docker mounts it), and one
   * that goes into such a directory is marked opaque (Linux fs/overlayfs/dir.c ovl_rename).
   */
  rename(from: Link, to: Link, now: number): void {
    const inode = this.#edit.child(from.parent, from.name);
    if (inode === undefined) throw new SysError('ENOENT');
    this.checkRename(inode);
    this.#copyUp(inode.ino, from);
    this.#edit.rename(from, to);
    if (inode.kind === 'dir' && this.lower?.get(to.parent) !== undefined) this.#edit.patch(inode.ino, { opaque: true });
    this.#touch(from.parent, now);
    this.#touch(to.parent, now);
  }

  /** A new or changed name copies a file of the lower tree up: it becomes an inode of its own, in the upper part even under its old name. */
  #copyUp(ino: Ino, link: Link): Ino {
    const inode = this.#edit.get(ino);
    if (inode === undefined || inode.kind === 'dir' || this.lower?.get(ino) === undefined || this.#open.has(ino)) return ino;
    const own = this.#edit.split(ino, link);
    this.#edit.drop(ino);
    return own;
  }

  checkRename(inode: Inode): void {
    if (inode.kind === 'dir' && this.lower?.get(inode.ino) !== undefined) throw new SysError('EXDEV');
  }

  /** Counts an open description on an inode, which then outlives its last name. */
  hold(ino: Ino): void {
    this.#open.set(ino, (this.#open.get(ino) ?? 0) + 1);
  }
  release(ino: Ino): void {
    const count = (this.#open.get(ino) ?? 0) - 1;
    if (count > 0) this.#open.set(ino, count);
    else {
      this.#open.delete(ino);
      const inode = this.#edit.get(ino);
      if (inode !== undefined && inode.kind === 'file' && inode.links.length === 0 && inode.ino !== 1) this.#grow(-inode.body.size);
      if (inode !== undefined && inode.ino !== 1) this.#edit.drop(ino);
    }
  }

  /** Bytes that files hold beyond what the tree held at first. */
  get grown(): number {
    return this.#grown;
  }

  #touch(dir: Ino, mtime: number): void {
    this.#edit.patch(dir, { mtime });
  }

  #grow(bytes: number): void {
    if (bytes > 0 && this.#grown + bytes > this.#quota) throw new SysError('ENOSPC');
    this.#grown += bytes;
  }
}

/** A file system of its own that starts as `tree`, with nothing below it. */
export const plainFileSystem = (type: string, tree: Tree = Tree.empty()): FileSystem => new FileSystem({ type, tree });
/** An overlay whose upper part is empty: `tree` is the lower tree. */
export const overlayFileSystem = (lower: Tree, tree: Tree = lower): FileSystem => new FileSystem({ type: 'overlay', tree, lower });
