// Numbers of so many bits, one after another.

import { hashOfUnits } from '../../course/fnv.ts';

export class BitWriter {
  readonly #bits: number[] = [];
  add(value: number, width: number): void {
    for (let bit = width - 1; bit >= 0; bit--) this.#bits.push((value >>> bit) & 1);
  }
  bytes(): Uint8Array<ArrayBuffer> {
    const out = new Uint8Array(Math.ceil(this.#bits.length / 8));
    this.#bits.forEach((bit, index) => {
      out[index >> 3] = (out[index >> 3] ?? 0) | (bit << (7 - (index & 7)));
    });
    return out;
  }
}

export class BitReader {
  readonly #bytes: Uint8Array;
  #at = 0;
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }
  /** Undefined behind the end. */
  take(width: number): number | undefined {
    if (this.#at + width > this.#bytes.length * 8) return undefined;
    let value = 0;
    for (let bit = 0; bit < width; bit++, this.#at++) value = value * 2 + (((this.#bytes[this.#at >> 3] ?? 0) >> (7 - (this.#at & 7))) & 1);
    return value;
  }
}

/** FNV-1a with its upper bits folded in. */
export function hash(text: string): number {
  let state = hashOfUnits(text);
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b) >>> 0;
  return (state ^ (state >>> 13)) >>> 0;
}
