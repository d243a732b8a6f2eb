import type { ChainID, DiffID, ImageID } from '../../digest/index.ts';
import type { LineRange } from '../../dockerfile/index.ts';
import type { RunConfig } from '../../image/index.ts';
import type { Tree } from '../../tree/index.ts';

/** A file as far as a cache key looks at it. */
export interface FileFacts {
  readonly kind: string;
  /** Permission bits. */
  readonly mode: number;
  /** Bytes; of regular files only. */
  readonly size?: number;
  readonly digest?: string;
  /** Of symbolic links. */
  readonly target?: string;
}

/** A source file that is not what it was: `before` missing for a new one, `now` for one that is gone. */
export interface FileDifference {
  readonly path: string;
  readonly before?: FileFacts;
  readonly now?: FileFacts;
}

export interface VariableDifference {
  readonly name: string;
  readonly before?: string;
  readonly now?: string;
}

/** Why a step was done anew, with the input itself that differs. */
export type Cause =
  | { readonly kind: 'first-build' | 'no-cache' | 'parent-changed' }
  | { readonly kind: 'instruction-changed'; readonly before: string; readonly now: string }
  /** `files` is empty when the builder knows only that the checksum differs. */
  | { readonly kind: 'files'; readonly files: readonly FileDifference[]; readonly more: number }
  | { readonly kind: 'environment'; readonly variables: readonly VariableDifference[] };

/**
 * `config`: changes only what the image says of itself, no step of BuildKit's. `base`: FROM. `same`: equal to a step done before in this build.
 * `waiting`: not come to, or never needed.
 */
export type StepState = 'waiting' | 'base' | 'config' | 'cached' | 'same' | 'ran' | 'failed';

export interface LogLine {
  readonly stream: 'stdout' | 'stderr';
  readonly text: string;
  /** Virtual seconds since the step began. */
  readonly at: number;
}

/** Where a step takes files from, other than the context. */
export interface Join {
  /** Index of the stage; missing for an image. */
  readonly stage?: number;
  readonly name: string;
  /** What is taken; empty for FROM. */
  readonly paths: readonly string[];
}

/** What a step left behind. */
export interface After {
  readonly tree: Tree;
  readonly config: RunConfig;
  /** What a RUN standing here would see. */
  readonly env: readonly string[];
  readonly workdir: string;
  readonly user: string;
  readonly shell: readonly string[];
}

export interface LayerTrace {
  readonly diffID: DiffID;
  readonly chainID: ChainID;
  readonly size: number;
}

export interface StepTrace {
  /** The instruction on one line, as written. */
  readonly text: string;
  readonly kind: string;
  readonly lines: LineRange;
  readonly onBuild: boolean;
  /** As progress numbers it, with how many there are in its stage; missing for what is no step. */
  readonly place?: { readonly number: number; readonly total: number };
  readonly joins: readonly Join[];
  /** Whether it takes files of the build context. */
  readonly fromContext: boolean;
  readonly state: StepState;
  readonly because?: Cause;
  /** Virtual seconds it took. */
  readonly seconds?: number;
  readonly logs: readonly LogLine[];
  /** Output above the limit was not kept. */
  readonly cut: boolean;
  /** What it added; missing for what adds nothing. */
  readonly layer?: LayerTrace;
  /** Layers of the image that FROM names, oldest first. */
  readonly ground?: readonly LayerTrace[];
  /** The image that the classic builder made of it. */
  readonly image?: ImageID;
  readonly after?: After;
  /** What was taken, by path; the text is {@link contentLine}'s. */
  readonly sources?: ReadonlyMap<string, string>;
  readonly error?: string;
  readonly exit?: number;
}

export interface StageTrace {
  /** As written; empty without one. */
  readonly name: string;
  /** What FROM names. */
  readonly base: string;
  /** The target does not need it. */
  readonly skipped: boolean;
  /** FROM first. */
  readonly steps: readonly StepTrace[];
}

/** What the client sent, and what it kept back. */
export interface ContextTrace {
  readonly directory: string;
  readonly sent: readonly SentFile[];
  readonly sentFiles: number;
  /** Bytes of all files sent. */
  readonly sentBytes: number;
  /** In the context, but no step asks for them: BuildKit leaves them where they are. */
  readonly unasked: readonly SentFile[];
  readonly unaskedFiles: number;
  readonly unaskedBytes: number;
  readonly ignored: readonly IgnoredFile[];
  readonly ignoredFiles: number;
  readonly ignoredBytes: number;
  /** Name of the ignore file; missing when there is none. */
  readonly ignoreFile?: string;
}

export interface SentFile {
  readonly path: string;
  readonly bytes: number;
}

export interface IgnoredFile extends SentFile {
  /** Files below, for a directory kept out as a whole. */
  readonly files?: number;
  /** Line and pattern that keep it out. */
  readonly line: number;
  readonly pattern: string;
}

export type TraceOutcome =
  | { readonly ok: true; readonly image?: ImageID }
  | { readonly ok: false; readonly message: string; readonly line?: number };

/** What one build did, as data: kept for the last builds of an engine. Nothing the engine does depends on it. */
export interface BuildTrace {
  /** Counts an engine's builds from 1. */
  readonly number: number;
  readonly builder: 'buildkit' | 'classic';
  /** Virtual seconds since the epoch. */
  readonly started: number;
  readonly ended: number;
  /** The client's command line, the directory it ran in and what chose the builder. */
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly environment: readonly string[];
  readonly dockerfileName: string;
  /** Absolute on the host; missing when it came another way. */
  readonly dockerfilePath?: string;
  readonly text: string;
  readonly tags: readonly string[];
  readonly target: string;
  readonly args: readonly string[];
  readonly noCache: boolean;
  readonly stages: readonly StageTrace[];
  readonly context?: ContextTrace;
  readonly outcome: TraceOutcome;
}

/** Most builds that are kept. */
export const KEPT_BUILDS = 8;
