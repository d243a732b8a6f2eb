// Images as histories and layers: what the Stack picture draws, and all pictures name.

/** One entry of a layer, or of a container's writable layer: A added, C changed, D deleted (a whiteout). */
export interface ChangeView {
  readonly kind: 'A' | 'C' | 'D';
  readonly path: string;
  readonly entryKind: 'file' | 'dir' | 'symlink' | 'hardlink' | 'device' | 'fifo' | 'opaque' | 'whiteout';
  /** Bytes of a regular file; absent for everything else. */
  readonly size?: number;
  /** Where a link leads. */
  readonly target?: string;
  /** diffID of the layer with the older copy; of a directory, the layer that holds most of its bytes. Absent when no layer has one. */
  readonly over?: string;
  /** Bytes of files in the layers below that this entry puts out of sight; absent for none. */
  readonly hides?: number;
}

/** How many entries a layer adds, changes and deletes; directories that only pass through are not counted. */
export interface ChangeCounts {
  readonly added: number;
  readonly changed: number;
  readonly deleted: number;
}

/** A file that looks like a secret: a later layer put it out of sight, and it is still in the layer `diffID`. */
export interface LeakView {
  readonly path: string;
  readonly diffID: string;
  readonly chainID: string;
  readonly how: 'deleted' | 'replaced';
}

/** What dive tells of an image: its score, the bytes it calls wasted, and the paths that waste them. */
export interface WasteView {
  /** 0 to 1. */
  readonly efficiency: number;
  readonly wasted: number;
  /** Bytes in all layers but the first; dive's wasted share is taken of these. */
  readonly added: number;
  /** How many paths stand in more than one layer. */
  readonly count: number;
  /** The most wasteful paths, most bytes first; those without bytes are left out. */
  readonly paths: readonly WastedPath[];
}

export interface WastedPath {
  readonly path: string;
  /** Bytes of all its copies, the one that is seen included. */
  readonly size: number;
  /** In how many layers it stands. */
  readonly times: number;
}

/** The image that the lowest layers are: another tagged one, or one that a build has pulled. */
export interface BaseView {
  readonly name: string;
  /** How many of the lowest layers are its. */
  readonly layers: number;
  /** It came from a registry; otherwise it was made here. */
  readonly pulled: boolean;
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
  /** Bytes in this layer that later layers of this image put out of sight; absent for none. */
  readonly hidden?: number;
  /** Secrets of lower layers that this layer put out of sight. */
  readonly leaks?: readonly LeakView[];
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
  readonly base?: BaseView;
  readonly waste?: WasteView;
}
