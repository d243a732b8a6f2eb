// Questions of the CMD × ENTRYPOINT explorer: what images with these instructions do when they are run. They are tried in a world of their own.
import type { CommandView } from '../view/run.ts';

/** One combination. Values are what follows the instruction or flag, as typed; undefined: it is not there. */
export interface Combination {
  readonly id: string;
  /** Lines of the Dockerfile before the instructions. */
  readonly setup: readonly string[];
  /** CMD of the image that this one is built from. */
  readonly parentCmd?: string;
  readonly entrypoint?: string;
  readonly cmd?: string;
  /** After the image's name in `docker run`. */
  readonly args?: string;
  /** `--entrypoint`. */
  readonly flag?: string;
}

/** A command with what it printed. */
export interface Proof {
  readonly command: string;
  readonly output: string;
}

export interface Tried {
  readonly id: string;
  readonly dockerfile: string;
  /** Of the parent, when there is one. */
  readonly parent?: string;
  /** Why there is nothing to see: the image could not be built, docker run refused, a quote has no end, or it did not come to rest. */
  readonly error?: { readonly at: 'build' | 'run' | 'quote' | 'time'; readonly text: string; readonly exitCode: number };
  readonly argv: readonly string[];
  readonly own: CommandView;
  readonly image: CommandView;
  readonly shell: readonly string[];
  /** Name of pid 1's program. */
  readonly first: string;
  /** What it printed until it ended or came to rest. */
  readonly output: string;
  /** It ended by itself with this code. */
  readonly exitCode?: number;
  /** It runs on: what `docker stop` did. `seconds` virtual. */
  readonly stop?: {
    readonly seconds: number;
    readonly exitCode: number;
    /** What SIGTERM did to pid 1. */
    readonly outcome: 'handled' | 'ignored' | 'unheard' | 'ended';
    /** What was printed from the signal on. */
    readonly output: string;
  };
  readonly proof: readonly Proof[];
}

export interface MatrixQueries {
  /** Tries combinations in order. */
  'matrix.evaluate': { readonly ask: { readonly cells: readonly Combination[] }; readonly answer: readonly Tried[] };
}
