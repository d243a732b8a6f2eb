import type { ImageID } from '../../digest/index.ts';
import type { LineRange } from '../../dockerfile/index.ts';
import type { Step } from '../../kernel/index.ts';
import type { Tree } from '../../tree/index.ts';
import type { BuildRequest } from '../request.ts';
import type { NamedContext } from './named-contexts.ts';
import type { Ref } from './ref.ts';

/** What a BuildKit build is asked for beyond what both builders know. */
export interface BuildkitRequest extends Omit<BuildRequest, 'context' | 'args' | 'contextSums'> {
  readonly args: ReadonlyMap<string, string>;
  /** The context, filtered; read when a step needs it. Throws SolveError. */
  readonly context: () => Tree;
  /** Size of the ignore file in bytes; undefined when there is none. */
  readonly ignoreSize: number | undefined;
  readonly secrets: ReadonlyMap<string, Uint8Array>;
  /** `--build-context`, by {@link contextKey}. */
  readonly contexts?: ReadonlyMap<string, NamedContext>;
  /** Whether the result becomes an image of the engine. */
  readonly store: boolean;
  /** With containerd's store: add an attestation of how the result was made. */
  readonly attest?: boolean;
  /** With containerd's store: use image-spec's media types even without one. */
  readonly ociMediaTypes?: boolean;
  /** What to do with the result besides, as part of the build's progress. */
  readonly exporter?: { readonly name: string; readonly run: (result: BuildResult) => Step<readonly string[]> };
}

export interface BuildResult {
  readonly ref: Ref;
  readonly configText: string;
  readonly tags: readonly string[];
}

export interface BuildFailure {
  /** BuildKit's message without `failed to solve: `. */
  readonly message: string;
  /** Where in the Dockerfile. */
  readonly lines: readonly LineRange[];
  readonly step: { readonly name: string; readonly logs: readonly string[] } | undefined;
  readonly notSimulated: boolean;
}

export type BuildkitOutcome =
  | { readonly ok: true; readonly image: ImageID | undefined; readonly configText: string; readonly warnings: readonly string[] }
  | { readonly ok: false; readonly failure: BuildFailure; readonly warnings: readonly string[] };
