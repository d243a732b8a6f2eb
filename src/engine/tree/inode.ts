import type { Body } from './body.ts';
import type { PMap } from './pmap.ts';

/** Inode number: one per file, never used again in trees derived from one another. The root directory is always 1. */
export type Ino = number;
export const ROOT: Ino = 1;

export interface Attrs {
  /** Permission bits with set-user-ID, set-group-ID and sticky: 0–0o7777. */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** Seconds since 1970-01-01 UTC; fractions are kept in the tree and dropped in layers. */
  readonly mtime: number;
  /** Time of last access, where someone has set it; otherwise it is taken to be `mtime`. Never part of a layer. */
  readonly atime?: number;
  readonly xattrs?: ReadonlyMap<string, Uint8Array>;
}

/** `opaque`: a directory that overlayfs marked so when it was renamed; in a layer it hides what is below. */
export type Content =
  | { readonly kind: 'file'; readonly body: Body }
  | { readonly kind: 'dir'; readonly entries: PMap<string, Ino>; readonly opaque?: true }
  | { readonly kind: 'symlink'; readonly target: string }
  | { readonly kind: 'char' | 'block'; readonly major: number; readonly minor: number }
  | { readonly kind: 'fifo' | 'socket' };

/** One name of an inode: an entry `name` in the directory `parent`. */
export interface Link {
  readonly parent: Ino;
  readonly name: string;
}

/**
 * `links` has one element for a directory (none for the root) and one per hard link for anything else. `spread` is what a union of layers adds to
 * st_nlink: of a directory that several layers hold it is 1, of a file it counts the names that layers above took away. Never part of a layer.
 */
export type Inode = Attrs & Content & { readonly ino: Ino; readonly links: readonly Link[]; readonly spread?: number };
export type Kind = Content['kind'];
export type InodeOf<K extends Kind> = Extract<Inode, { kind: K }>;
