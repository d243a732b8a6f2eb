/** glibc's random(3), TYPE_3: equal seeds give C programs' numbers. */
export class GlibcRandom {
  #state: Int32Array = new Int32Array(34);
  #at = 0;

  constructor(seed = 1) {
    this.seed(seed);
  }

  seed(seed: number): void {
    const first = new Int32Array(34);
    first[0] = seed === 0 ? 1 : seed;
    for (let i = 1; i < 31; i++) {
      const before = first[i - 1]!;
      const high = Math.trunc(before / 127_773);
      const word = 16_807 * (before % 127_773) - 2836 * high;
      first[i] = word < 0 ? word + 2_147_483_647 : word;
    }
    this.#state = first.slice(0, 31);
    this.#at = 3;
    for (let i = 0; i < 310; i++) this.next();
  }

  /** A whole number from 0 to 2³¹−1. */
  next(): number {
    const state = this.#state;
    const at = this.#at;
    const word = (state[at]! + state[(at + 28) % 31]!) | 0;
    state[at] = word;
    this.#at = (at + 1) % 31;
    return word >>> 1;
  }
}
