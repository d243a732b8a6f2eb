import { Session } from '../../../cli/machine/session.ts';
import { newWorld } from '../../../cli/machine/simulation.ts';
import { encodeText } from '../../../engine/kernel/index.ts';

/** Virtual time at which it begins: what is tried twice gives the same twice. */
const START = 1_767_225_600;

export interface Line {
  readonly output: string;
  readonly exitCode: number;
}

/** A machine of its own to try commands on. Nothing of it is kept, and nobody else sees it. */
export class Bench {
  readonly #session = new Session(newWorld({ seed: 7, now: START, network: { bridge: true, internet: false } }), {
    columns: 120,
    rows: 40,
  });

  get now(): number {
    return this.#session.simulation.kernel.now;
  }
  get daemon() {
    return this.#session.machine.daemon;
  }

  write(path: string, text: string): void {
    this.#session.process.fs.writeFile(encodeText(path), new TextEncoder().encode(text));
  }

  /** Whether a shell would ask for another line. */
  isUnfinished(line: string): boolean {
    return !this.#session.isComplete(line);
  }

  /** Runs a line to its end; virtual waits take no time. Undefined when it has not ended after so many real milliseconds: then the bench is of no more use. */
  async run(line: string, limitMs = 10_000): Promise<Line | undefined> {
    const until = performance.now() + limitMs;
    let output = '';
    this.#session.start(line);
    for (;;) {
      const slice = this.#session.step(() => performance.now() > until);
      output += slice.output;
      if (slice.done) return { output, exitCode: slice.done.exit };
      if (slice.waits === 'stdin') this.#session.end();
      else if (slice.waits !== undefined && 'loading' in slice.waits) await slice.waits.loading;
      if (performance.now() > until || output.length > 200_000) return undefined;
    }
  }
}
