import { type Digest, startDigest } from '../digest/index.ts';
import { type Body, pieces } from '../tree/index.ts';
import { BLOCK_SIZES, type Block, blocksOf, type Texture, variantAt } from './filler.ts';

/** A stretch of a body: bytes as they are, or a whole block with its compressed form. */
export type Part = Uint8Array | Block;

/**
 * A file of the catalogue: `head`, then filler made from `seed`. It is cut into blocks whose compressed forms are known, so that even a
 * large file is compressed by copying.
 */
export class CatalogBody implements Body {
  readonly size: number;
  readonly #head: Uint8Array;
  readonly #texture: Texture;
  readonly #seed: number;
  #digest: Digest | undefined;

  constructor(options: { head: Uint8Array; texture: Texture; seed: number; size: number }) {
    this.#head = options.head.subarray(0, options.size);
    this.#texture = options.texture;
    this.#seed = options.seed;
    this.size = options.size;
  }

  /** In order; the last one may be cut out of a block. */
  *parts(): Generator<Part> {
    if (this.#head.length > 0) yield this.#head;
    let index = 0;
    let left = this.size - this.#head.length;
    for (const size of BLOCK_SIZES) {
      if (left < size) continue;
      const blocks = blocksOf(this.#texture, size);
      for (; left >= size; left -= size) yield blocks[variantAt(this.#seed, index++)]!;
    }
    if (left > 0) yield blocksOf(this.#texture, BLOCK_SIZES[2])[variantAt(this.#seed, index)]!.bytes.subarray(0, left);
  }

  read(offset: number, length: number): Uint8Array {
    const end = Math.min(offset + length, this.size);
    const out = new Uint8Array(Math.max(0, end - offset));
    const head = this.#head.length;
    if (offset < head) out.set(this.#head.subarray(offset, end));
    let start = head;
    let index = 0;
    for (const size of [...BLOCK_SIZES, 0]) {
      const left = this.size - start;
      const count = size === 0 ? (left > 0 ? 1 : 0) : Math.floor(left / size);
      const unit = size === 0 ? BLOCK_SIZES[2] : size;
      if (count === 0) continue;
      const blocks = blocksOf(this.#texture, unit);
      for (let nth = Math.max(0, Math.floor((offset - start) / unit)); nth < count; nth++) {
        const at = start + nth * unit;
        if (at >= end) break;
        const from = Math.max(at, offset);
        const until = Math.min(at + unit, end);
        if (until > from) out.set(blocks[variantAt(this.#seed, index + nth)]!.bytes.subarray(from - at, until - at), from - offset);
      }
      start += count * unit;
      index += count;
    }
    return out;
  }

  digest(): Digest {
    if (this.#digest === undefined) {
      const stream = startDigest();
      for (const piece of pieces(this)) stream.update(piece);
      this.#digest = stream.digest();
    }
    return this.#digest;
  }
}
