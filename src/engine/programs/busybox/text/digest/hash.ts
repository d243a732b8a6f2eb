/** A running checksum of bytes in order; `digest` ends it. */
export interface Hash {
  update(bytes: Uint8Array): void;
  /** Lower-case hexadecimal digits. */
  digest(): string;
}

/** Collects bytes into blocks of `size` and hands each to `block`; `finish` pads as MD5 and SHA do. */
export class Blocks {
  readonly #size: number;
  readonly #block: (bytes: Uint8Array, at: number) => void;
  readonly #held: Uint8Array;
  #count = 0;
  total = 0;

  constructor(size: number, block: (bytes: Uint8Array, at: number) => void) {
    this.#size = size;
    this.#block = block;
    this.#held = new Uint8Array(size);
  }

  update(bytes: Uint8Array): void {
    this.total += bytes.length;
    let at = 0;
    if (this.#count > 0) {
      at = Math.min(bytes.length, this.#size - this.#count);
      this.#held.set(bytes.subarray(0, at), this.#count);
      this.#count += at;
      if (this.#count < this.#size) return;
      this.#block(this.#held, 0);
      this.#count = 0;
    }
    for (; at + this.#size <= bytes.length; at += this.#size) this.#block(bytes, at);
    this.#held.set(bytes.subarray(at));
    this.#count = bytes.length - at;
  }

  /** Ends the message with 0x80, zeros, and its length in bits in the last bytes of a block. */
  finish(bigEndian: boolean): void {
    const bits = BigInt(this.total) * 8n;
    const lengthSize = this.#size / 8;
    const zeros = (this.#size * 2 - 1 - lengthSize - this.#count) % this.#size;
    const tail = new Uint8Array(1 + zeros + lengthSize);
    tail[0] = 0x80;
    const view = new DataView(tail.buffer);
    view.setBigUint64(bigEndian ? tail.length - 8 : tail.length - lengthSize, bits, !bigEndian);
    this.update(tail);
  }
}

export const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
