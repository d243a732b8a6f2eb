import { type Ino, type Inode, type InodeOf, type Link, ROOT } from './inode.ts';
import { PMap } from './pmap.ts';

/**
 * A file system as an immutable value. Trees made from one another by `TreeEdit` share everything that did not
 * change, and an inode object is the same (===) in both exactly when no edit touched it: that is what overlayfs'
 * "is in the upper directory" means here (overlayfs.txt, "Upper and Lower").
 */
export class Tree {
  readonly inodes: PMap<Ino, Inode>;
  /** The number the next new inode gets. */
  readonly nextIno: Ino;

  constructor(inodes: PMap<Ino, Inode>, nextIno: Ino) {
    this.inodes = inodes;
    this.nextIno = nextIno;
  }

  /** A tree with nothing but a root directory (0755, root). */
  static empty(mtime = 0): Tree {
    const root: Inode = { ino: ROOT, links: [], kind: 'dir', entries: PMap.empty(), mode: 0o755, uid: 0, gid: 0, mtime };
    return new Tree(PMap.empty<Ino, Inode>().set(ROOT, root), ROOT + 1);
  }

  get(ino: Ino): Inode | undefined {
    return this.inodes.get(ino);
  }

  root(): InodeOf<'dir'> {
    return this.dir(ROOT)!;
  }

  dir(ino: Ino): InodeOf<'dir'> | undefined {
    const inode = this.inodes.get(ino);
    return inode?.kind === 'dir' ? inode : undefined;
  }

  child(dir: Ino, name: string): Inode | undefined {
    const ino = this.dir(dir)?.entries.get(name);
    return ino === undefined ? undefined : this.inodes.get(ino);
  }

  /** Names in a directory in byte order of their UTF-8 form; empty for anything else. */
  names(dir: Ino): string[] {
    return [...(this.dir(dir)?.entries.keys() ?? [])].sort(compareNames);
  }

  /** The inode at an absolute path, taking no symbolic link. `/` is the root. */
  at(path: string): Inode | undefined {
    let inode: Inode | undefined = this.root();
    for (const name of path.split('/')) {
      if (name === '' || inode === undefined) continue;
      inode = this.child(inode.ino, name);
    }
    return inode;
  }

  /** The absolute path of one link of an inode (its first unless told), `/` for the root. */
  pathOf(ino: Ino, link: Link | undefined = this.inodes.get(ino)?.links[0]): string {
    const names: string[] = [];
    for (let at = link; at !== undefined; at = this.inodes.get(at.parent)?.links[0]) names.unshift(at.name);
    return `/${names.join('/')}`;
  }

  /** Every path and inode under `from` in archive order: a directory before what it holds, names sorted. The root itself is left out. */
  *walk(from: Ino = ROOT, prefix = ''): Generator<[path: string, inode: Inode]> {
    for (const name of this.names(from)) {
      const inode = this.child(from, name)!;
      const path = `${prefix}/${name}`;
      yield [path, inode];
      if (inode.kind === 'dir') yield* this.walk(inode.ino, path);
    }
  }
}

/** Byte order of UTF-8, which is code point order: what Go's sort and C's strcmp do. */
export function compareNames(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x === y) continue;
    const highX = x >= 0xd800 && x <= 0xdfff;
    const highY = y >= 0xd800 && y <= 0xdfff;
    if (highX !== highY) return highX ? 1 : -1;
    return x - y;
  }
  return a.length - b.length;
}
