// Questions of the Stack picture.
import type { ChangeView } from '../view/index.ts';

/** Whose layers: an image's, with a container's writable layer on top when one is named. Both ids are full. */
export interface StackSubject {
  readonly image: string;
  readonly container?: string;
}

/** One layer that did something to a path, or the container's writable layer (then it has no diffID). */
export interface PathStep {
  readonly diffID?: string;
  readonly chainID?: string;
  /** 1 for the oldest layer. */
  readonly position?: number;
  readonly createdBy?: string;
  readonly kind: 'A' | 'C' | 'D';
  /** What stands there afterwards; absent for D. */
  readonly now?: PathState;
  /** Of C: the bytes are the same as before. */
  readonly sameContent?: boolean;
  /** Of D: the directory above that was removed or made opaque, when it was not the path itself. */
  readonly by?: string;
}

export interface PathState {
  readonly kind: ChangeView['entryKind'];
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** Bytes, of regular files. */
  readonly size?: number;
  /** Where a symbolic link leads. */
  readonly target?: string;
}

export interface PathHistory {
  /** Absolute; links in the directories above have been taken. */
  readonly path: string;
  /** Oldest first; empty for a path that is nowhere. */
  readonly steps: readonly PathStep[];
}

/** What a file holds, as far as it can be shown. */
export type FileLook =
  | { readonly kind: 'text'; readonly text: string; readonly size: number; readonly shown: number }
  | { readonly kind: 'binary'; readonly size: number; readonly hex: string }
  | { readonly kind: 'link'; readonly target: string }
  | { readonly kind: 'dir'; readonly names: readonly string[]; readonly count: number }
  | { readonly kind: 'other' };

/** A place where a text was found. */
export interface FindHit {
  /** Absent for the container's writable layer and for the image's config. */
  readonly diffID?: string;
  readonly chainID?: string;
  readonly where: 'layer' | 'container' | 'config';
  /** Of config: the part of it, such as `Env` or `history`. */
  readonly path: string;
  /** 1 for the first line; absent in binary files. */
  readonly line?: number;
  readonly before: string;
  readonly match: string;
  readonly after: string;
  /** The file can no longer be seen from the top. */
  readonly hidden?: 'deleted' | 'replaced';
  /** diffID of the layer that put it out of sight; absent for the container. */
  readonly hiddenBy?: string;
}

export interface FindAnswer {
  readonly hits: readonly FindHit[];
  readonly files: number;
  readonly bytes: number;
  /** Files of which only the first part was read, and files that were not read for want of time. */
  readonly cut: number;
  readonly left: number;
  /** There are more hits than are told. */
  readonly more: boolean;
}

export interface StackQueries {
  /** All entries of a layer or of a container's writable layer, in path order: a view lists only the first ones. */
  'stack.entries': {
    readonly ask: { readonly chainID: string } | { readonly container: string };
    readonly answer: readonly ChangeView[];
  };
  /** Every layer that did something to a path. */
  'stack.blame': { readonly ask: StackSubject & { readonly path: string }; readonly answer: PathHistory };
  /** A file as it is after a layer, or in the container. */
  'stack.read': {
    readonly ask: { readonly path: string } & ({ readonly chainID: string } | { readonly container: string });
    readonly answer: FileLook;
  };
  /** Where a text stands in the files of every layer, and in the image's config. */
  'stack.find': { readonly ask: StackSubject & { readonly text: string }; readonly answer: FindAnswer };
}
