import type { ImageID } from '../../digest/index.ts';
import type { LineRange, Platform } from '../../dockerfile/index.ts';
import type { Step } from '../../kernel/index.ts';
import type { Descriptor } from '../../store/index.ts';
import type { Tree } from '../../tree/index.ts';
import type { BuildRequest } from '../request.ts';
import type { NamedContext } from './named-contexts.ts';
import type { BuildFacts } from './provenance.ts';
import type { Ref } from './ref.ts';

/** What a BuildKit build is asked for beyond what both builders know. */
export interface BuildkitRequest extends Omit<BuildRequest, 'context' | 'args' | 'contextSums'> {
  readonly args: ReadonlyMap<string, string>;
  /** The context, filtered; read when a step needs it. Throws SolveError. */
  readonly context: () => Tree;
  /** Size of the ignore file in bytes; undefined when there is none. */
  readonly ignoreSize: number | undefined;
  /** Directories of the host that the context and the Dockerfile are from; missing for what comes by itself. */
  readonly places?: { readonly context: string; readonly dockerfile: string };
  readonly secrets: ReadonlyMap<string, Uint8Array>;
  /** `--build-context`, by {@link contextKey}. */
  readonly contexts?: ReadonlyMap<string, NamedContext>;
  /** Whether the result becomes an image of the engine. */
  readonly store: boolean;
  /** With containerd's store: add an attestation of how the result was made. */
  readonly attest?: boolean;
  /** With containerd's store: use image-spec's media types even without one. */
  readonly ociMediaTypes?: boolean;
  /** The platforms to build for, when there are several: `platform` is not looked at then. */
  readonly platforms?: readonly string[];
  /** What to do with the result besides, in order, as part of the build's progress. */
  readonly exporters?: readonly Exporter[];
}

/** The result for one platform. */
export interface PlatformResult {
  readonly platform: Platform;
  readonly ref: Ref;
  readonly configText: string;
  /** What an attestation says of it. */
  readonly facts: BuildFacts;
}

export interface BuildResult {
  /** In the order asked for. */
  readonly results: readonly PlatformResult[];
  readonly tags: readonly string[];
}

/** Tells what an exporter has done, as part of its step. */
export type ExportLog = (text: string) => Step<void>;

/** A step of the progress: `act` is its work. A SolveError thrown in it is the step's failure. */
export type ExportStep = <T>(name: string, act: (log: ExportLog) => Step<T>) => Step<T>;

/** What an exporter tells the client: what the result is known by. */
export interface ExportResponse {
  /** The manifest or index. */
  readonly digest?: string;
  readonly config?: string;
  readonly descriptor?: Descriptor;
}

export type Exporter = (built: BuildResult, step: ExportStep) => Step<ExportResponse>;

export interface BuildFailure {
  /** BuildKit's message without `failed to solve: `. */
  readonly message: string;
  /** Where in the Dockerfile. */
  readonly lines: readonly LineRange[];
  readonly step: { readonly name: string; readonly logs: readonly string[] } | undefined;
  readonly notSimulated: boolean;
  /** Not BuildKit failed, but what the client did with the result. */
  readonly ofClient?: boolean;
}

export type BuildkitOutcome =
  | {
      readonly ok: true;
      readonly image: ImageID | undefined;
      readonly configText: string;
      readonly response: ExportResponse;
      /** How the result was made, when there is one. */
      readonly provenance?: object;
      readonly warnings: readonly string[];
    }
  | { readonly ok: false; readonly failure: BuildFailure; readonly warnings: readonly string[] };
