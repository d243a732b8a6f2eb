// Questions of the Store picture: what a removing command would do, and how far one changed byte reaches.
import type { StoreView } from '../view/index.ts';

export interface StoreQueries {
  /** Runs a line in a copy of the machine, answering every question with y, and tells the store after it. */
  'store.forecast': { readonly ask: { readonly line: string }; readonly answer: Forecast };
  /** The bytes of a file in a layer, from `offset` on. */
  'store.bytes': { readonly ask: FileAt & { readonly offset: number; readonly length: number }; readonly answer: FileBytes };
  /** The values of an image's config that can be changed: what `docker inspect` shows under Config. */
  'store.config': { readonly ask: { readonly image: string }; readonly answer: readonly ConfigValue[] };
  /** Changes one thing in a copy of an image and works out every digest anew. */
  'store.ripple': { readonly ask: RippleAsk; readonly answer: Ripple };
}

export interface Forecast {
  readonly exit: number;
  /** What the command printed, without its questions. */
  readonly output: string;
  readonly after: StoreView;
}

/** One member of the config's run part; `json` is empty when it is not set. */
export interface ConfigValue {
  readonly key: string;
  readonly json: string;
}

/** A file in a layer. */
export interface FileAt {
  readonly chainID: string;
  /** Absolute. */
  readonly path: string;
}

export interface FileBytes {
  readonly size: number;
  readonly offset: number;
  readonly bytes: Uint8Array;
  /** Seconds since the epoch. */
  readonly mtime: number;
  /** Permission bits. */
  readonly mode: number;
}

export interface RippleAsk {
  readonly image: string;
  readonly change: RippleChange;
}

export type RippleChange =
  | (FileAt & { readonly kind: 'byte'; readonly offset: number; readonly byte: number })
  /** Seconds since the epoch. */
  | (FileAt & { readonly kind: 'mtime'; readonly mtime: number })
  | (FileAt & { readonly kind: 'mode'; readonly mode: number })
  /** A value of the config's run part, e.g. Env or Cmd, as JSON. */
  | { readonly kind: 'config'; readonly key: string; readonly json: string };

/** A digest before and after; equal when it stayed. */
export interface Pair {
  readonly old: string;
  readonly new: string;
}

export interface Ripple {
  /** What was changed, for a sentence. */
  readonly was: string;
  readonly is: string;
  /** Every layer of the image, lowest first. */
  readonly layers: readonly RippleLayer[];
  /** ImageID with a graph driver. */
  readonly config: Pair;
  /** The manifest that is kept, or with a graph driver the one that `docker push` sends. */
  readonly manifest: Pair;
  /** Only where there is one. */
  readonly index?: Pair;
  /** Milliseconds that hashing took. */
  readonly took: number;
}

export interface RippleLayer {
  readonly diffID: Pair;
  readonly chainID: Pair;
  /** The compressed blob: the one that is kept, or with a graph driver the one that `docker push` makes. */
  readonly blob: Pair;
}
