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
}

export interface ImageFacts {
  /** `sha256:…` */
  readonly id: string;
  /** Familiar references with tag, e.g. `web:1`. */
  readonly refs: readonly string[];
  readonly size: number;
  readonly layers: readonly LayerFacts[];
  readonly history: readonly HistoryFacts[];
  readonly config: ConfigFacts;
  /** The entry one sees at an absolute path through all layers. */
  stat(path: string): EntryFacts | undefined;
  /** The text of a regular file seen through all layers. */
  text(path: string): string | undefined;
}
