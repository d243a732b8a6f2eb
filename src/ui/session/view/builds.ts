// What the last builds of a machine did: what the Build picture draws. Trees and output stay behind; they are asked for.

export interface BuildLayerView {
  readonly diffID: string;
  readonly chainID: string;
  /** Bytes. */
  readonly size: number;
}

export interface SourceFileView {
  readonly kind: string;
  /** Permission bits. */
  readonly mode: number;
  readonly size?: number;
  readonly digest?: string;
  readonly target?: string;
}

/** Why a step was done anew, with the input itself that differs. */
export type CauseView =
  | { readonly kind: 'first-build' | 'no-cache' | 'parent-changed' }
  | { readonly kind: 'instruction-changed'; readonly before: string; readonly now: string }
  | {
      readonly kind: 'files';
      readonly files: readonly { readonly path: string; readonly before?: SourceFileView; readonly now?: SourceFileView }[];
      readonly more: number;
    }
  | {
      readonly kind: 'environment';
      readonly variables: readonly { readonly name: string; readonly before?: string; readonly now?: string }[];
    };

export interface BuildJoinView {
  /** Index of the stage; missing for an image. */
  readonly stage?: number;
  readonly name: string;
  readonly paths: readonly string[];
}

export interface BuildStepView {
  /** The instruction on one line, as written. */
  readonly text: string;
  /** `FROM`, `RUN`, … */
  readonly kind: string;
  readonly line: number;
  readonly lastLine: number;
  /** A trigger of the base image. */
  readonly onBuild: boolean;
  /** As the builder numbers it; missing for what is no step. */
  readonly place?: { readonly number: number; readonly total: number };
  readonly joins: readonly BuildJoinView[];
  readonly fromContext: boolean;
  /** `config`: changes only what the image says of itself. `same`: equal to a step done before in this build. `waiting`: not come to. */
  readonly state: 'waiting' | 'base' | 'config' | 'cached' | 'same' | 'ran' | 'failed';
  readonly because?: CauseView;
  /** Virtual seconds. */
  readonly seconds?: number;
  readonly layer?: BuildLayerView;
  /** Layers of the image that FROM names, oldest first. */
  readonly ground?: readonly BuildLayerView[];
  /** The classic builder's image of it. */
  readonly image?: string;
  /** Whether there is output to show. */
  readonly logged: boolean;
  /** Whether files and config of this point can be looked at. */
  readonly known: boolean;
  readonly error?: string;
  readonly exit?: number;
}

export interface BuildStageView {
  readonly name: string;
  readonly base: string;
  /** The target does not need it. */
  readonly skipped: boolean;
  readonly steps: readonly BuildStepView[];
}

export interface ContextFileView {
  readonly path: string;
  readonly bytes: number;
}

export interface BuildContextView {
  readonly directory: string;
  readonly sent: readonly ContextFileView[];
  readonly sentFiles: number;
  readonly sentBytes: number;
  /** In the context, but no step asks for them. */
  readonly unasked: readonly ContextFileView[];
  readonly unaskedFiles: number;
  readonly unaskedBytes: number;
  readonly ignored: readonly (ContextFileView & { readonly files?: number; readonly line: number; readonly pattern: string })[];
  readonly ignoredFiles: number;
  readonly ignoredBytes: number;
  readonly ignoreFile?: string;
}

export interface BuildView {
  /** Counts a machine's builds from 1; below 0 for a rehearsal in a copy, 0 for a Dockerfile that was only read. */
  readonly number: number;
  readonly builder: 'buildkit' | 'classic';
  readonly started: number;
  readonly seconds: number;
  /** What to type to build it again, and where. */
  readonly command: string;
  readonly cwd: string;
  readonly dockerfile: string;
  readonly dockerfilePath?: string;
  readonly tags: readonly string[];
  readonly target: string;
  readonly stages: readonly BuildStageView[];
  readonly context?: BuildContextView;
  readonly ok: boolean;
  readonly image?: string;
  /** What went wrong, and in which line of the Dockerfile. */
  readonly message?: string;
  readonly messageLine?: number;
}

/** One of the last builds, to choose from. */
export interface BuildListing {
  readonly number: number;
  readonly started: number;
  readonly tags: readonly string[];
  readonly target: string;
  readonly dockerfile: string;
  readonly dockerfilePath?: string;
  readonly ok: boolean;
  readonly steps: number;
  readonly cached: number;
}

export interface BuildsView {
  /** Oldest first. */
  readonly list: readonly BuildListing[];
  readonly last?: BuildView;
}
