import type { Attrs, Content, Ino, Inode, Link } from './inode.ts';
import type { Owner } from './pmap.ts';
import { PMap } from './pmap.ts';
import { Tree } from './tree.ts';

/** What a new inode is made of. A new directory is always empty. */
export type NewInode = Attrs & (Exclude<Content, { readonly kind: 'dir' }> | { readonly kind: 'dir' });
type Patch = Partial<Attrs> & Partial<{ body: Extract<Content, { kind: 'file' }>['body']; opaque: true; spread: number }>;

/**
 * A series of edits on a tree. Edits cost their own size, not the tree's; `tree()` is free and may be called at any
 * time: trees handed out never change. The caller checks permissions, existence and kinds; broken use throws.
 */
export class TreeEdit {
  #inodes: PMap<Ino, Inode>;
  #nextIno: Ino;
  #owner: Owner = {};
  #tree: Tree | undefined;

  constructor(tree: Tree) {
    this.#inodes = tree.inodes;
    this.#nextIno = tree.nextIno;
    this.#tree = tree;
  }

  /** The tree as it is now. */
  tree(): Tree {
    if (this.#tree === undefined) {
      this.#tree = new Tree(this.#inodes, this.#nextIno);
      this.#owner = {};
    }
    return this.#tree;
  }

  get(ino: Ino): Inode | undefined {
    return this.#inodes.get(ino);
  }

  child(dir: Ino, name: string): Inode | undefined {
    const parent = this.#inodes.get(dir);
    const ino = parent?.kind === 'dir' ? parent.entries.get(name) : undefined;
    return ino === undefined ? undefined : this.#inodes.get(ino);
  }

  /** Makes an inode named `name` in directory `parent`; the name must be free. Returns its number. */
  create(parent: Ino, name: string, made: NewInode): Ino {
    const ino = this.#nextIno++;
    const inode = { ...made, ino, links: [{ parent, name }], ...(made.kind === 'dir' ? { entries: PMap.empty() } : {}) } as Inode;
    this.#put(inode);
    this.#setEntry(parent, name, ino);
    return ino;
  }

  /** Adds a hard link. */
  link(ino: Ino, parent: Ino, name: string): void {
    const inode = this.#must(ino);
    this.#put({ ...inode, links: [...inode.links, { parent, name }] });
    this.#setEntry(parent, name, ino);
  }

  /** Removes a name. The inode goes with its last name, unless `keep`: then it stays without names until `drop`. */
  unlink(parent: Ino, name: string, keep = false): void {
    const inode = this.child(parent, name);
    if (inode === undefined) throw new Error(`no entry ${name}`);
    this.#setEntry(parent, name, undefined);
    const links = inode.links.filter((link) => link.parent !== parent || link.name !== name);
    if (links.length > 0 || keep) this.#put({ ...inode, links });
    else this.#forget(inode.ino);
  }

  /** Forgets an inode without names. */
  drop(ino: Ino): void {
    const inode = this.#inodes.get(ino);
    if (inode !== undefined && inode.links.length === 0) this.#forget(ino);
  }

  /** Removes a name and, if it is a directory, everything below it. */
  removeAll(parent: Ino, name: string): void {
    const inode = this.child(parent, name);
    if (inode === undefined) return;
    if (inode.kind === 'dir') for (const below of [...inode.entries.keys()]) this.removeAll(inode.ino, below);
    this.unlink(parent, name);
  }

  /** Moves a name; the target name must be free. */
  rename(from: Link, to: Link): void {
    const inode = this.child(from.parent, from.name);
    if (inode === undefined) throw new Error(`no entry ${from.name}`);
    this.#setEntry(from.parent, from.name, undefined);
    const links = inode.links.map((link) => (link.parent === from.parent && link.name === from.name ? to : link));
    this.#put({ ...inode, links });
    this.#setEntry(to.parent, to.name, inode.ino);
  }

  /** Changes attributes or a file's body. Even a patch that changes nothing marks the inode as touched. */
  patch(ino: Ino, patch: Patch): void {
    this.#put({ ...this.#must(ino), ...patch } as Inode);
  }

  /** Turns the name `link` of a hard-linked inode into an inode of its own with equal content. Returns its number. */
  split(ino: Ino, link: Link): Ino {
    const inode = this.#must(ino);
    const own = this.#nextIno++;
    this.#put({ ...inode, links: inode.links.filter((other) => other.parent !== link.parent || other.name !== link.name) });
    this.#put({ ...inode, ino: own, links: [link] });
    this.#setEntry(link.parent, link.name, own);
    return own;
  }

  #must(ino: Ino): Inode {
    const inode = this.#inodes.get(ino);
    if (inode === undefined) throw new Error(`no inode ${ino}`);
    return inode;
  }

  #setEntry(parent: Ino, name: string, ino: Ino | undefined): void {
    const dir = this.#must(parent);
    if (dir.kind !== 'dir') throw new Error(`inode ${parent} is not a directory`);
    const entries = ino === undefined ? dir.entries.delete(name, this.#owner) : dir.entries.set(name, ino, this.#owner);
    this.#put({ ...dir, entries });
  }

  #put(inode: Inode): void {
    this.#inodes = this.#inodes.set(inode.ino, inode, this.#owner);
    this.#tree = undefined;
  }

  #forget(ino: Ino): void {
    this.#inodes = this.#inodes.delete(ino, this.#owner);
    this.#tree = undefined;
  }
}
