import type { LineRange } from '../../dockerfile/index.ts';
import type { Image } from '../../store/index.ts';
import type { Tree } from '../../tree/index.ts';

/** What COPY, ADD and here-documents take files from. */
export type Source =
  | { readonly kind: 'vertex'; readonly vertex: Vertex }
  | { readonly kind: 'context' }
  | { readonly kind: 'tree'; readonly tree: Tree }
  /** A URL; the copy takes the one file that is there. `name` is the progress line of fetching it, `checksum` what it must be, empty for anything. */
  | { readonly kind: 'http'; readonly url: string; readonly name: string; readonly checksum: string };

/** One copy of a file operation, as pb.FileActionCopy. */
export interface CopyAction {
  readonly kind: 'copy';
  readonly from: Source;
  /** Absolute and clean, with a trailing slash if it had one; may be a pattern. */
  readonly src: string;
  readonly dest: string;
  /** `user[:group]`, empty to keep owners. */
  readonly chown: string;
  /** Permission bits for everything copied; a symbolic mode when it is text. */
  readonly chmod: number | string | undefined;
  readonly followLinks: boolean;
  readonly wildcards: boolean;
  readonly unpack: boolean;
  readonly includes: readonly string[];
  readonly excludes: readonly string[];
  readonly required: readonly string[];
}

export interface MkdirAction {
  readonly kind: 'mkdir';
  readonly path: string;
  readonly user: string;
}

export interface ExecMount {
  readonly type: 'bind' | 'cache' | 'tmpfs' | 'secret';
  readonly target: string;
  readonly readOnly: boolean;
  readonly from?: Source;
  /** Directory or file of the source that appears at the target. */
  readonly source: string;
  readonly id: string;
  readonly sharing: 'shared' | 'private' | 'locked';
  readonly required: boolean;
  readonly env?: string | undefined;
  readonly uid: number | undefined;
  readonly gid: number | undefined;
  readonly mode: number | undefined;
  readonly sizeLimit: number;
}

export type Operation =
  | { readonly kind: 'image'; readonly image: Image }
  | { readonly kind: 'scratch' }
  | { readonly kind: 'file'; readonly base: Vertex; readonly actions: readonly (CopyAction | MkdirAction)[]; readonly epoch?: number }
  | {
      readonly kind: 'exec';
      readonly base: Vertex;
      readonly args: readonly string[];
      readonly env: readonly string[];
      /** Variables that are no part of the cache key: proxies. */
      readonly quietEnv: readonly string[];
      readonly cwd: string;
      readonly user: string;
      readonly network: string;
      readonly extraHosts: readonly string[];
      readonly mounts: readonly ExecMount[];
      /** A script given as here-document with a `#!` line: shown at /dev/pipes/NAME. */
      readonly script?: { readonly name: string; readonly text: string };
    };

/** One step of a build graph: solved once, when something needs it. */
export interface Vertex {
  readonly operation: Operation;
  /** The progress line: `[stage 2/5] RUN …`; empty for scratch, which has none. */
  readonly name: string;
  readonly lines: LineRange | undefined;
  readonly ignoreCache: boolean;
}

export const SCRATCH: Vertex = { operation: { kind: 'scratch' }, name: '', lines: undefined, ignoreCache: false };
