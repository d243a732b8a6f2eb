// Images as histories and layers: what the Stack picture draws, and all pictures name.

/** One entry of a layer, or of a container's writable layer: A added, C changed, D deleted (a whiteout). */
export interface ChangeView {
  readonly kind: 'A' | 'C' | 'D';
  readonly path: string;
  readonly entryKind: 'file' | 'dir' | 'symlink' | 'hardlink' | 'device' | 'fifo' | 'opaque' | 'whiteout';
  /** Bytes of a regular file; absent for everything else. */
  readonly size?: number;
}

/** How many entries a layer adds, changes and deletes; directories that only pass through are not counted. */
export interface ChangeCounts {
  readonly added: number;
  readonly changed: number;
  readonly deleted: number;
}

/** One row of the image's history. A row with `empty` true changed only the config and has no layer. */
export interface HistoryRowView {
  readonly createdBy: string;
  readonly comment?: string;
  readonly empty: boolean;
  readonly size: number;
  readonly created: number;
  readonly diffID?: string;
  readonly chainID?: string;
  readonly counts: ChangeCounts;
  /** The first entries, in path order; `counts` says how many there are in all. */
  readonly changes?: readonly ChangeView[];
}

export interface ImageView {
  /** Full image ID, `sha256:…`. */
  readonly id: string;
  /** Familiar references, e.g. `web:1`; empty for a dangling image. */
  readonly tags: readonly string[];
  readonly size: number;
  readonly created: number;
  /** Oldest row first, as in the config. Layers without a history row appear with an empty `createdBy`. */
  readonly rows: readonly HistoryRowView[];
}
