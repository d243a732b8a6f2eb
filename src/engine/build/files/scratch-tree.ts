import { type FileSystem, overlayFileSystem } from '../../kernel/index.ts';
import { type Attrs, type Inode, type InodeOf, type NewInode, ROOT, resolvePath, type Tree } from '../../tree/index.ts';

/** Who owns what is made. */
export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** A path call failed: Go's os.PathError. `path` is inside the tree; the builders put in front of it what their texts have there. */
export class PathError extends Error {
  readonly op: string;
  readonly path: string;
  readonly reason: string;
  /** What callers on the way say they were doing, each with its colon. */
  context = '';
  constructor(op: string, path: string, reason: string) {
    super(`${op} ${path}: ${reason}`);
    this.op = op;
    this.path = path;
    this.reason = reason;
  }
}

/** `/a/b` → `/a` and `b`. Paths are absolute and clean. */
export function splitPath(path: string): { dir: string; name: string } {
  const slash = path.lastIndexOf('/');
  return { dir: path.slice(0, slash) || '/', name: path.slice(slash + 1) };
}

export const joinPath = (dir: string, name: string): string => (dir === '/' ? `/${name}` : `${dir}/${name}`);

/** Go's path.Clean of a path made absolute. */
export function cleanAbsolute(path: string): string {
  const out: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') out.pop();
    else if (part !== '' && part !== '.') out.push(part);
  }
  return `/${out.join('/')}`;
}

/**
 * The file system a build step writes: an overlay over the layers below. Paths are absolute and free of links unless said otherwise; what is
 * made gets the time `now`. Differences are read with `diff(lower, tree())`.
 */
export class ScratchTree {
  readonly fs: FileSystem;
  readonly lower: Tree;
  readonly now: number;

  constructor(lower: Tree, now: number) {
    this.lower = lower;
    this.now = now;
    this.fs = overlayFileSystem(lower);
  }

  tree(): Tree {
    return this.fs.tree();
  }

  /** Where a path leads when every link is taken and none can leave the root (containerd continuity fs.RootPath). Throws for a loop. */
  resolve(path: string): string {
    const found = resolvePath(this.tree(), path);
    if (found === undefined) throw new PathError('lstat', path, 'too many levels of symbolic links');
    if (found.inode === undefined) this.#checkAbove(found.path);
    return found.path;
  }

  /** Nothing can be below what is not a directory. */
  #checkAbove(path: string): void {
    let at = '';
    for (const name of path.split('/').filter((part) => part !== '')) {
      const above = at === '' ? undefined : this.lstat(at);
      if (above !== undefined && above.kind !== 'dir') throw new PathError('lstat', `${at}/${name}`, 'not a directory');
      at = `${at}/${name}`;
    }
  }

  /** lstat: the inode at a path that is free of links but for its last component. A component that is no directory gives `ENOTDIR`. */
  lstat(path: string): Inode | undefined {
    return this.tree().at(path);
  }

  /** stat: the last link taken too. */
  stat(path: string): Inode | undefined {
    return resolvePath(this.tree(), path)?.inode;
  }

  isDir(path: string): boolean {
    return this.stat(path)?.kind === 'dir';
  }

  /** Makes a directory and those above it that are missing; the new ones get mode and owner. Returns the paths it made. */
  mkdirAll(path: string, mode: number, owner: Owner, mtime = this.now): string[] {
    const made: string[] = [];
    let at = '/';
    let dir: number = ROOT;
    for (const name of path.split('/').filter((part) => part !== '')) {
      const next = joinPath(at, name);
      const there = this.fs.child(dir, name);
      const target = there?.kind === 'symlink' ? this.stat(next) : there;
      if (target === undefined && there !== undefined) throw new PathError('mkdir', next, 'file exists');
      if (target !== undefined && target.kind !== 'dir') throw new PathError('mkdir', target === there ? next : path, 'not a directory');
      dir = target?.ino ?? this.fs.create(dir, name, { kind: 'dir', mode, ...owner, mtime } as NewInode);
      if (target === undefined) made.push(next);
      at = next;
    }
    for (const each of made) this.setTime(each, mtime);
    return made;
  }

  /** Makes an entry; its directory must be there and the name free. */
  create(path: string, made: NewInode): Inode {
    const { dir, name } = splitPath(path);
    const parent = this.parent('open', path, dir);
    return this.fs.get(this.fs.create(parent.ino, name, { ...made }))!;
  }

  link(target: Inode, path: string): void {
    const { dir, name } = splitPath(path);
    this.fs.link(target.ino, this.parent('link', path, dir).ino, name, this.now);
  }

  setAttrs(path: string, attrs: Partial<Attrs>): void {
    const inode = this.lstat(path);
    if (inode !== undefined) this.fs.setAttrs(this.fs.own(inode.ino, this.linkAt(path)), attrs);
  }

  setTime(path: string, mtime: number): void {
    this.setAttrs(path, { mtime });
  }

  /** rm -r; nothing there is no error. */
  removeAll(path: string): void {
    const inode = this.lstat(path);
    if (inode === undefined || path === '/') return;
    if (inode.kind === 'dir') for (const name of this.tree().names(inode.ino)) this.removeAll(joinPath(path, name));
    const { dir, name } = splitPath(path);
    this.fs.unlink(this.parent('remove', path, dir).ino, name, this.now);
  }

  private linkAt(path: string): { parent: number; name: string } | undefined {
    if (path === '/') return undefined;
    const { dir, name } = splitPath(path);
    const parent = this.lstat(dir);
    return parent === undefined ? undefined : { parent: parent.ino, name };
  }

  private parent(op: string, path: string, dir: string): InodeOf<'dir'> {
    const parent = this.stat(dir);
    if (parent === undefined) throw new PathError(op, path, 'no such file or directory');
    if (parent.kind !== 'dir') throw new PathError(op, path, 'not a directory');
    return parent;
  }
}

/** What an inode is made of, without its number and names. */
export function contentOf(inode: Inode): NewInode {
  const { ino: _, links: __, ...rest } = inode;
  if (rest.kind === 'dir') {
    const { entries: ___, ...dir } = rest;
    return dir as NewInode;
  }
  return rest as NewInode;
}
