// What the pictures draw: a plain, structured-cloneable view of the learner's machine after a command.
// Knows no engine type. Sizes are bytes, times are seconds since the epoch, paths are absolute.

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

export interface ContainerView {
  readonly id: string;
  readonly name: string;
  /** Full image ID the container was made from. */
  readonly image: string;
  /** The reference that was typed, for display. */
  readonly imageRef: string;
  readonly state: 'created' | 'running' | 'paused' | 'restarting' | 'exited' | 'dead';
  /** As `docker ps` prints it, e.g. `Up 2 seconds`. */
  readonly status: string;
  /** Bytes in the writable layer. */
  readonly size: number;
  readonly changes: readonly ChangeView[];
}

export interface LabView {
  readonly now: number;
  readonly cwd: string;
  readonly prompt: string;
  /** Newest first. */
  readonly images: readonly ImageView[];
  /** Newest first. */
  readonly containers: readonly ContainerView[];
}
