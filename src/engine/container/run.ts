import type { ImageID } from '../digest/index.ts';

/**
 * One start of a container, told also after the container was removed: for whoever grades what was run, never for what a command prints.
 */
export interface Run {
  /** 1 for an engine's first. */
  readonly number: number;
  readonly container: string;
  readonly name: string;
  readonly image: ImageID;
  /** The image as it was named when the container was made. */
  readonly imageRef: string;
  readonly argv: readonly string[];
  /** By the restart policy. */
  readonly again: boolean;
  /** When its stop was asked for; only as long as the stop goes on, and after it. */
  readonly stopAsked?: number;
  /** Absent while it runs. */
  readonly end?: {
    readonly at: number;
    readonly exitCode: number;
    readonly oom: boolean;
    /** The beginning of what it wrote to stdout. */
    readonly stdout: string;
    /** Its pid 1 could not be started. */
    readonly refused: boolean;
  };
}
