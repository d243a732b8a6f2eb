import { type Step, SysError } from '../../../../kernel/index.ts';
import { assignment } from './assignment.ts';
import { AwkError, AwkFailure } from './source-error.ts';
import type { State } from './state.ts';
import { RecordReader } from './streams.ts';
import { toNumber } from './value.ts';

/** The records of the files in ARGV (standard input when there are none), one after the other. */
export class MainInput {
  readonly #state: State;
  #reader: RecordReader | undefined;
  #fd = 0;
  #hadFiles = false;
  #ended = false;

  constructor(state: State) {
    this.#state = state;
  }

  /** The next record, counted in NR and FNR; undefined at the end. A file that cannot be opened ends awk. */
  *next(): Step<string | undefined> {
    const state = this.#state;
    for (;;) {
      if (this.#reader === undefined && (this.#ended || !this.#openNext())) {
        this.#ended = true;
        return undefined;
      }
      try {
        const got = yield* this.#reader!.next(state.recordSplitter, state.paragraphs);
        if (got !== undefined) {
          state.set(state.cell('RT'), got.separator);
          for (const name of ['NR', 'FNR']) state.set(state.cell(name), toNumber(state.cell(name).value) + 1);
          return got.text;
        }
      } catch (error) {
        if (!(error instanceof SysError)) throw error;
        throw new AwkError(error.message);
      }
      yield* this.skipFile();
    }
  }

  /** Goes on with the next file. */
  *skipFile(): Step<void> {
    if (this.#fd > 2) this.#state.a.p.io.close(this.#fd);
    this.#fd = 0;
    this.#reader = undefined;
  }

  #openNext(): boolean {
    const state = this.#state;
    const { p } = state.a;
    const index = state.cell('ARGIND');
    for (;;) {
      let name = '-';
      if (toNumber(index.value) + 1 >= toNumber(state.cell('ARGC').value)) {
        if (this.#hadFiles) return false;
      } else {
        const next = toNumber(index.value) + 1;
        state.set(index, next);
        name = state.text(state.cell('ARGV').array.get(String(next)));
        if (name === '' || assignment(state, name)) continue;
      }
      this.#hadFiles = true;
      try {
        this.#fd = name === '-' ? 0 : p.fs.open(name, { read: true });
      } catch (error) {
        if (!(error instanceof SysError)) throw error;
        throw new AwkFailure(`${name}: ${error.message}`);
      }
      if (this.#fd > 2) p.io.setCloseOnExec(this.#fd, true);
      this.#reader = new RecordReader(state.a, this.#fd);
      state.set(state.cell('FILENAME'), name);
      state.set(state.cell('FNR'), 0);
      return true;
    }
  }
}
