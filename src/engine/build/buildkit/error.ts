import type { LineRange } from '../../dockerfile/index.ts';

/** What a step that was ended from outside tells. */
export const CANCELED = 'context canceled';

/** A build cannot go on: BuildKit's message, without `failed to solve: `. */
export class SolveError extends Error {
  /** Where in the Dockerfile; empty when BuildKit says nothing of that. */
  readonly lines: readonly LineRange[];
  /** What is put in front of the message once the step has failed. */
  readonly prefix: string;
  /** The client's own work failed after BuildKit's: `failed to solve` is not said. */
  readonly ofClient: boolean;
  /** The step it happened in, with the end of what it wrote: shown above the message. */
  readonly step: { readonly name: string; readonly logs: readonly string[] } | undefined;

  constructor(
    message: string,
    options: { lines?: readonly LineRange[]; prefix?: string; step?: { name: string; logs: readonly string[] }; ofClient?: boolean } = {},
  ) {
    super(message);
    this.prefix = options.prefix ?? '';
    this.lines = options.lines ?? [];
    this.step = options.step;
    this.ofClient = options.ofClient ?? false;
  }
}
