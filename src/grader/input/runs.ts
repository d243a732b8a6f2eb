// Facts about what containers ran, removed ones included.

/** One start of a container. */
export interface RunFacts {
  /** 1 for a machine's first. */
  readonly number: number;
  /** The container's name, and the image's id and its reference as it was given. */
  readonly container: string;
  readonly image: string;
  readonly imageRef: string;
  readonly argv: readonly string[];
  /** Started by the restart policy. */
  readonly again: boolean;
  /** Absent while it runs. */
  readonly exit?: number;
  /** Its pid 1 could not be started. */
  readonly refused: boolean;
  readonly oom: boolean;
  /** Milliseconds from the request to stop to the end; absent when it was not stopped, or has not ended. */
  readonly stopped?: number;
  /** The first 4 kB. */
  readonly stdout: string;
}
