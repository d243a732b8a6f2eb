import type { Daemon } from '../../daemon/index.ts';
import type { Step } from '../../kernel/index.ts';
import { SolveError } from './error.ts';
import type { BuildEvent } from './event.ts';
import type { ExportLog } from './request.ts';

/** Progress lines that are no steps of a Dockerfile: what is loaded, and what becomes of the result. */
export class Progress {
  readonly #daemon: Daemon;
  readonly #emit: (event: BuildEvent) => Step<void>;
  readonly #next: () => number;

  /** `next` numbers progress lines. */
  constructor(daemon: Daemon, emit: (event: BuildEvent) => Step<void>, next: () => number) {
    this.#daemon = daemon;
    this.#emit = emit;
    this.#next = next;
  }

  /** Gives the number that the line is known by. */
  *begin(name: string): Step<number> {
    const vertex = this.#next();
    yield* this.#emit({ type: 'started', vertex, name, time: this.#daemon.now() });
    return vertex;
  }

  *status(vertex: number, text: string, timed = false): Step<void> {
    yield* this.#emit({ type: 'status', vertex, text, seconds: 0, timed });
  }

  *done(vertex: number): Step<void> {
    yield* this.#emit({ type: 'done', vertex, time: this.#daemon.now() });
  }

  /** A line whose work is `act`: a SolveError thrown in it is the line's failure, and names it. */
  *during<T>(name: string, act: (log: ExportLog) => Step<T>): Step<T> {
    const vertex = yield* this.begin(name);
    try {
      const made = yield* act((text) => this.status(vertex, text));
      yield* this.done(vertex);
      return made;
    } catch (error) {
      if (!(error instanceof SolveError)) throw error;
      yield* this.#emit({ type: 'failed', vertex, message: error.message, time: this.#daemon.now() });
      throw new SolveError(error.message, { step: { name, logs: [] }, ofClient: error.ofClient });
    }
  }
}

/** Bytes as progress shows them (`45B`, `1.23kB`). */
export function shownSize(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  for (; value >= 1000 && unit < units.length - 1; unit++) value /= 1000;
  return unit === 0 ? `${value}B` : `${value.toFixed(2)}${units[unit]}`;
}
