// Facts about builds.

export interface StepFacts {
  /** The instruction on one line, as written. */
  readonly text: string;
  /** `ran` for one that failed as well; `none` for what is no step or was not needed. */
  readonly state: 'ran' | 'cached' | 'none';
}

export interface BuildFacts {
  /** Counts a machine's builds from 1. */
  readonly number: number;
  /** `sha256:…` of the image it made. */
  readonly image?: string;
  /** Steps of all stages, FROM not among them. */
  readonly steps: readonly StepFacts[];
  /** What was sent of the directory that was the context; missing when it came another way. */
  readonly context?: {
    /** Paths in the context; of very many, only the first ones. */
    readonly sent: readonly string[];
    /** How many files were sent. */
    readonly files: number;
    readonly bytes: number;
  };
}
