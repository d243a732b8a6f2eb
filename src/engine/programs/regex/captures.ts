import type { Automaton } from './automaton.ts';

/** Where groups begin and end, indexed by group × 2; -1 for a group that took no part. Group 0 is the whole match. */
export type Captures = Int32Array;

/** The registers of one walk through the automaton, filled by glibc's rules (update_regs). */
export class Registers {
  readonly at: Captures;
  /** The registers before the last group that matched something closed. */
  readonly #before: Captures;

  constructor(at: Captures, before: Captures) {
    this.at = at;
    this.#before = before;
  }
  static of({ groups }: Automaton, start: number): Registers {
    const at = new Int32Array(2 * groups + 2).fill(-1);
    at[0] = start;
    return new Registers(at, at.slice());
  }
  copy(): Registers {
    return new Registers(this.at.slice(), this.#before.slice());
  }

  open(group: number, position: number): void {
    this.at[2 * group] = position;
    this.at[2 * group + 1] = -1;
  }
  /** An empty pass through an optional group that matched before leaves everything as it was before that pass. */
  close(group: number, optional: boolean, position: number): void {
    if (this.at[2 * group]! < position) {
      this.at[2 * group + 1] = position;
      this.#before.set(this.at);
    } else if (optional && this.#before[2 * group] !== -1) this.at.set(this.#before);
    else this.at[2 * group + 1] = position;
  }
}
