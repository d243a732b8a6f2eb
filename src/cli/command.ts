import type { Daemon } from '../engine/daemon/index.ts';
import { decodeText, encodeText, type Process, type Step, toBytes } from '../engine/kernel/index.ts';

/** What a running `docker` command works with: its own process on the host, and the engine it talks to. */
export class Context {
  readonly process: Process;
  readonly daemon: Daemon;

  constructor(process: Process, daemon: Daemon) {
    this.process = process;
    this.daemon = daemon;
  }

  /** Writes ordinary text to standard output. */
  *out(text: string): Step<void> {
    yield* this.process.write(1, toBytes(encodeText(text)));
  }
  /** Writes ordinary text to standard error. */
  *err(text: string): Step<void> {
    yield* this.process.write(2, toBytes(encodeText(text)));
  }
  /** An environment variable of the command, as ordinary text. */
  env(name: string): string | undefined {
    const value = this.process.env.get(name);
    return value === undefined ? undefined : decodeText(value);
  }
  /** Whether standard output is a terminal: progress is redrawn then. */
  get outIsTerminal(): boolean {
    return this.process.isatty(1);
  }
}
