import { type Step, SysError } from '../../../../kernel/index.ts';
import type { Call } from '../../applet.ts';
import { Input, openInput } from '../input.ts';
import type { Ending } from './output.ts';

export interface Line {
  readonly text: string;
  readonly ending: Ending;
}

/** The lines of all input files, one after the other. Files that cannot be opened are complained about when their turn comes. */
export class Lines {
  failed = false;
  readonly #a: Call;
  readonly #files: string[] = [];
  #next = 0;
  #input: Input | undefined;

  constructor(a: Call) {
    this.#a = a;
  }

  add(file: string): void {
    this.#files.push(file);
  }
  /** Leaves out the next file: it has been dealt with. */
  skip(): void {
    this.#next++;
  }

  *next(): Step<Line | undefined> {
    for (;;) {
      if (this.#input === undefined) {
        const file = this.#files[this.#next];
        if (file === undefined) return undefined;
        this.#next++;
        try {
          this.#input = file === '-' ? new Input(this.#a, 0, file) : openInput(this.#a, file);
        } catch (error) {
          if (!(error instanceof SysError)) throw error;
          yield* this.#a.complainOf(file, error);
          this.failed = true;
          continue;
        }
      }
      const raw = yield* this.#input.chunk();
      if (raw === undefined) {
        this.#input.close();
        this.#input = undefined;
        continue;
      }
      if (raw.endsWith('\n')) return { text: raw.slice(0, -1), ending: '\n' };
      if (!raw.endsWith('\0')) return { text: raw, ending: 'none' };
      const after = yield* this.#input.byte();
      if (after !== undefined) this.#input.unread(1);
      return { text: raw.slice(0, -1), ending: after === undefined ? 'last-nul' : '\0' };
    }
  }

  /** Leaves inputs where reading stopped. */
  close(): void {
    this.#input?.close();
    this.#input = undefined;
  }
}
