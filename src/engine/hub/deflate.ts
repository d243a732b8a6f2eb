/**
 * A deflate writer of our own (RFC 1951, fixed Huffman codes only), so that the same bytes give the same stream for ever. Every piece ends
 * with an empty stored block: pieces are whole bytes, look back into no other piece, and can be put one after another.
 */
export class DeflateWriter {
  #bytes = new Uint8Array(1 << 12);
  #length = 0;
  #bits = 0;
  #count = 0;

  #put(value: number, width: number): void {
    this.#bits |= value << this.#count;
    this.#count += width;
    while (this.#count >= 8) {
      if (this.#length === this.#bytes.length) {
        const grown = new Uint8Array(this.#length * 2);
        grown.set(this.#bytes);
        this.#bytes = grown;
      }
      this.#bytes[this.#length++] = this.#bits & 0xff;
      this.#bits >>>= 8;
      this.#count -= 8;
    }
  }

  /** Huffman codes stand with their highest bit first. */
  #code(value: number, width: number): void {
    let turned = 0;
    for (let bit = 0; bit < width; bit++) turned |= ((value >>> bit) & 1) << (width - 1 - bit);
    this.#put(turned, width);
  }

  begin(): void {
    this.#put(0b010, 3);
  }

  literal(byte: number): void {
    if (byte < 144) this.#code(0x30 + byte, 8);
    else this.#code(0x190 + byte - 144, 9);
  }

  /** `length` bytes (3–258) from `distance` bytes back (1–32768). */
  match(length: number, distance: number): void {
    const symbol = lengthSymbol(length);
    if (symbol < 280) this.#code(symbol - 256, 7);
    else this.#code(0xc0 + symbol - 280, 8);
    this.#put(length - LENGTH_BASE[symbol - 257]!, LENGTH_EXTRA[symbol - 257]!);
    const place = distanceSymbol(distance);
    this.#code(place, 5);
    this.#put(distance - DISTANCE_BASE[place]!, place < 4 ? 0 : (place >>> 1) - 1);
  }

  /** Ends the block, adds the empty stored one, and gives the bytes. */
  end(): Uint8Array {
    this.#code(0, 7);
    this.#put(0b000, 3);
    if (this.#count > 0) this.#put(0, 8 - this.#count);
    for (const byte of [0, 0, 0xff, 0xff]) this.#put(byte, 8);
    return this.#bytes.slice(0, this.#length);
  }
}

const LENGTH_EXTRA = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const LENGTH_BASE = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
const DISTANCE_BASE = Array.from({ length: 30 }, (_, place) => (place < 4 ? place + 1 : ((2 + (place & 1)) << ((place >>> 1) - 1)) + 1));

function lengthSymbol(length: number): number {
  let at = LENGTH_BASE.length - 1;
  while (LENGTH_BASE[at]! > length) at--;
  return 257 + at;
}

function distanceSymbol(distance: number): number {
  let at = DISTANCE_BASE.length - 1;
  while (DISTANCE_BASE[at]! > distance) at--;
  return at;
}

const WINDOW = 1 << 15;
const SHORTEST = 4;
const LONGEST = 258;
const HASH_BITS = 13;

/** One piece: greedy matches with the last place where the same four bytes stood. */
export function deflatePiece(bytes: Uint8Array): Uint8Array {
  const out = new DeflateWriter();
  const seen = new Int32Array(1 << HASH_BITS).fill(-1);
  out.begin();
  for (let at = 0; at < bytes.length; ) {
    let length = 0;
    let from = -1;
    if (at + SHORTEST <= bytes.length) {
      const word = bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
      const slot = Math.imul(word, 0x9e3779b1) >>> (32 - HASH_BITS);
      from = seen[slot]!;
      seen[slot] = at;
      if (from >= 0 && at - from <= WINDOW)
        while (length < LONGEST && at + length < bytes.length && bytes[from + length] === bytes[at + length]) length++;
    }
    if (length >= SHORTEST) {
      out.match(length, at - from);
      at += length;
    } else out.literal(bytes[at++]!);
  }
  return out.end();
}
