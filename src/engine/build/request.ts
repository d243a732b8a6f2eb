import type { ImageID } from '../digest/index.ts';
import type { DockerError } from '../errors/index.ts';
import type { Step } from '../kernel/index.ts';
import type { Image } from '../store/index.ts';
import type { Tree } from '../tree/index.ts';
import type { BuildTracer, ContextSource } from './trace/index.ts';

/** What both builders are asked for. */
export interface BuildRequest {
  /** The Dockerfile's bytes, and its name in texts. */
  readonly dockerfile: Uint8Array;
  readonly dockerfileName: string;
  /** The context after `.dockerignore`, everything owned by root. */
  readonly context: Tree;
  /** Checksums of an archive's members by path, when the context is one (classic builder). */
  readonly contextSums?: ReadonlyMap<string, string>;
  /** Patterns of the ignore file, for texts about ignored sources. */
  readonly ignore?: readonly string[];
  /** Canonical references the result gets. */
  readonly tags: readonly string[];
  /** In the order given; undefined for a name without a value in the command's environment. */
  readonly args: ReadonlyMap<string, string | undefined>;
  readonly labels: ReadonlyMap<string, string>;
  readonly target: string;
  readonly noCache: boolean;
  /** Stages that are built anew; their names in lower case. */
  readonly noCacheFilter?: readonly string[];
  readonly cacheFrom: readonly string[];
  /** Ask the registry for newer base images. */
  readonly pull: boolean;
  /** `os/arch[/variant]`, empty for the engine's own. */
  readonly platform: string;
  readonly network: string;
  readonly extraHosts?: readonly string[];
  /** Writes down what the build does. */
  readonly tracer?: BuildTracer;
  /** Where the context comes from, for the tracer. */
  readonly contextSource?: ContextSource;
  /** Gets an image that is not here, or not for this platform, from its registry; an empty platform is the engine's own. Throws DockerError. */
  readonly fetch: (reference: string, platform: string) => Step<Image>;
}

/** How a build ended. State reached before a failure stays: images and cache. */
export type BuildOutcome = { readonly ok: true; readonly image: ImageID | undefined } | { readonly ok: false; readonly error: DockerError };
