// What is graded: read-only facts about the learner's machine, oldest layer first, sizes in bytes.
// Knows neither the engine's types nor how a command was typed; any session that can state these facts can be graded.

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

export interface ContainerFacts {
  readonly id: string;
  readonly name: string;
  readonly image: string;
  readonly state: 'created' | 'running' | 'paused' | 'restarting' | 'exited' | 'dead';
  readonly exit: number;
  readonly changes: readonly { readonly kind: 'A' | 'C' | 'D'; readonly path: string }[];
}

/** The facts at one moment. Images are those that `docker images` lists: no intermediate images of the classic builder. */
export interface Snapshot {
  readonly images: readonly ImageFacts[];
  readonly containers: readonly ContainerFacts[];
}

export interface Turn {
  readonly number: number;
  readonly line: string;
  readonly exit: number;
}

export interface GradeInput {
  /** The machine as the exercise began. */
  readonly before: Snapshot;
  readonly after: Snapshot;
  readonly turns: readonly Turn[];
}
