import type { Body } from '../tree/index.ts';

/**
 * One member of an archive. `path` has no leading `/` or `./` and no trailing slash; it is empty for the archive's root (`./`).
 * Whiteouts are files named `.wh.NAME` (image-spec layer.md, "Whiteouts").
 */
export type TarEntry = {
  readonly path: string;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** Whole seconds since the epoch. */
  readonly mtime: number;
  readonly xattrs?: ReadonlyMap<string, Uint8Array>;
} & (
  | { readonly kind: 'file'; readonly body: Body }
  | { readonly kind: 'dir' | 'fifo' }
  | { readonly kind: 'symlink'; readonly linkname: string }
  /** `linkname` is the path, in the same archive or a lower layer, of the file this is another name of. */
  | { readonly kind: 'hardlink'; readonly linkname: string }
  | { readonly kind: 'char' | 'block'; readonly major: number; readonly minor: number }
);
