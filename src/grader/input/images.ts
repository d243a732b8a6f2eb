// Facts about images and their layers.

export interface EntryFacts {
  readonly path: string;
  readonly kind: 'file' | 'dir' | 'symlink' | 'hardlink' | 'device' | 'fifo' | 'whiteout' | 'opaque';
  readonly size: number;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly target?: string;
}

export interface LayerFacts {
  readonly diffID: string;
  readonly chainID: string;
  readonly size: number;
  /** The entries of the layer itself, whiteouts included, in path order. */
  entries(): readonly EntryFacts[];
  /** Path of the first regular file of the layer whose bytes contain a text; looks no further than a few megabytes. */
  holds(text: string): string | undefined;
}

export interface HistoryFacts {
  readonly createdBy: string;
  readonly comment: string;
  readonly empty: boolean;
}

/** The image config's `config` object, in the spec's spelling. */
export interface ConfigFacts {
  readonly Entrypoint?: readonly string[];
  readonly Cmd?: readonly string[];
  readonly Env?: readonly string[];
  readonly WorkingDir?: string;
  readonly User?: string;
  readonly ExposedPorts?: readonly string[];
  readonly Volumes?: readonly string[];
  readonly Labels?: Readonly<Record<string, string>>;
  readonly StopSignal?: string;
  readonly OnBuild?: readonly string[];
  readonly Shell?: readonly string[];
  readonly Healthcheck?: HealthcheckFacts;
}

/** Durations in nanoseconds, as images write them. */
export interface HealthcheckFacts {
  readonly Test?: readonly string[];
  readonly Interval?: number;
  readonly Timeout?: number;
  readonly StartPeriod?: number;
  readonly Retries?: number;
}

export interface ImageFacts {
  /** `sha256:…` */
  readonly id: string;
  /** Familiar references with tag, e.g. `web:1`. */
  readonly refs: readonly string[];
  /** Familiar references with the digest they have in a registry, e.g. `web@sha256:…`. */
  readonly digests: readonly string[];
  /** e.g. `linux/amd64`, with a variant `linux/arm/v7`. */
  readonly platform: string;
  readonly size: number;
  readonly layers: readonly LayerFacts[];
  readonly history: readonly HistoryFacts[];
  readonly config: ConfigFacts;
  /** Who made it, as `docker commit --author` or MAINTAINER noted. */
  readonly author?: string;
  /** The entry one sees at an absolute path through all layers. */
  stat(path: string): EntryFacts | undefined;
  /** The text of a regular file seen through all layers. */
  text(path: string): string | undefined;
  /** Paths of all regular files seen through all layers, sorted. */
  files(): readonly string[];
}
