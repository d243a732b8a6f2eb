import { type Digest, startDigest } from '../digest/index.ts';

/**
 * The bytes of a file, as an immutable value. Bodies may be far larger than memory allows (generated from
 * a seed); read them in pieces. `digest` is computed on first use and kept.
 */
export interface Body {
  readonly size: number;
  /** Bytes from `offset`, at most `length`; shorter only at the end. The result must not be changed. */
  read(offset: number, length: number): Uint8Array;
  digest(): Digest;
}

/** How many bytes a whole-body pass reads at a time. */
export const PIECE = 1 << 20;

export function* pieces(body: Body): Generator<Uint8Array> {
  for (let at = 0; at < body.size; at += PIECE) yield body.read(at, PIECE);
}

function digestOf(body: Body): Digest {
  const stream = startDigest();
  for (const piece of pieces(body)) stream.update(piece);
  return stream.digest();
}

class BytesBody implements Body {
  readonly #bytes: Uint8Array;
  #digest: Digest | undefined;
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }
  get size(): number {
    return this.#bytes.length;
  }
  read(offset: number, length: number): Uint8Array {
    return this.#bytes.subarray(offset, offset + length);
  }
  digest(): Digest {
    return (this.#digest ??= digestOf(this));
  }
}

/** Bytes appended piece by piece: versions share the list of pieces, each seeing a prefix of it. */
class ChunkBody implements Body {
  readonly size: number;
  readonly #chunks: Uint8Array[];
  readonly #ends: number[];
  readonly #count: number;
  #digest: Digest | undefined;
  constructor(chunks: Uint8Array[], ends: number[], count: number) {
    this.#chunks = chunks;
    this.#ends = ends;
    this.#count = count;
    this.size = ends[count - 1] ?? 0;
  }
  append(bytes: Uint8Array): ChunkBody {
    const tail = this.#chunks.length === this.#count;
    const chunks = tail ? this.#chunks : this.#chunks.slice(0, this.#count);
    const ends = tail ? this.#ends : this.#ends.slice(0, this.#count);
    chunks.push(bytes);
    ends.push(this.size + bytes.length);
    return new ChunkBody(chunks, ends, this.#count + 1);
  }
  read(offset: number, length: number): Uint8Array {
    const end = Math.min(offset + length, this.size);
    if (end <= offset) return new Uint8Array(0);
    let low = 0;
    for (let high = this.#count - 1; low < high; ) {
      const middle = (low + high) >> 1;
      if (this.#ends[middle]! > offset) high = middle;
      else low = middle + 1;
    }
    const first = this.#chunks[low]!;
    const start = offset - (this.#ends[low]! - first.length);
    if (start + (end - offset) <= first.length) return first.subarray(start, start + end - offset);
    const out = new Uint8Array(end - offset);
    let at = 0;
    for (let i = low; at < out.length; i++) {
      const chunk = i === low ? first.subarray(start) : this.#chunks[i]!;
      out.set(chunk.subarray(0, out.length - at), at);
      at += chunk.length;
    }
    return out;
  }
  digest(): Digest {
    return (this.#digest ??= digestOf(this));
  }
}

class GeneratedBody implements Body {
  readonly size: number;
  readonly #head: Uint8Array;
  readonly #seed: number;
  #digest: Digest | undefined;
  constructor(head: Uint8Array, seed: number, size: number, digest: Digest | undefined) {
    this.#head = head;
    this.#seed = seed | 0;
    this.size = size;
    this.#digest = digest;
  }
  read(offset: number, length: number): Uint8Array {
    const end = Math.min(offset + length, this.size);
    const out = new Uint8Array(Math.max(0, end - offset));
    for (let at = 0; at < out.length; ) {
      const position = offset + at;
      let word = Math.imul((position >>> 2) + 0x9e3779b9, 0x85ebca6b) ^ this.#seed;
      word = Math.imul(word ^ (word >>> 15), 0x2c1b3c6d);
      word = Math.imul(word ^ (word >>> 12), 0x297a2d39);
      word ^= word >>> 15;
      for (let lane = position & 3; lane < 4 && at < out.length; lane++, at++) out[at] = word >>> (lane * 8);
    }
    if (offset < this.#head.length) out.set(this.#head.subarray(offset, end), 0);
    return out;
  }
  digest(): Digest {
    return (this.#digest ??= digestOf(this));
  }
}

class ZeroBody implements Body {
  readonly size: number;
  #digest: Digest | undefined;
  constructor(size: number) {
    this.size = size;
  }
  read(offset: number, length: number): Uint8Array {
    return new Uint8Array(Math.max(0, Math.min(length, this.size - offset)));
  }
  digest(): Digest {
    return (this.#digest ??= digestOf(this));
  }
}

const encoder = new TextEncoder();
export const emptyBody: Body = new BytesBody(new Uint8Array(0));

/** Whether a body is its bytes, not computed and no view of others. */
export const isBytes = (body: Body): boolean => body instanceof BytesBody || body instanceof ChunkBody;

/** A body of these bytes, which the caller must not change afterwards. */
export const bytesBody = (bytes: Uint8Array): Body => (bytes.length === 0 ? emptyBody : new BytesBody(bytes));
/** The UTF-8 form of a text. */
export const textBody = (text: string): Body => bytesBody(encoder.encode(text));
/** `size` zero bytes that cost no memory. */
export const zeroBody = (size: number): Body => new ZeroBody(size);

/**
 * `size` bytes made from `seed` when they are read: first `head`, then pseudo-random filler. `digest` may be
 * given when it is known, so that a large body is never read just to be named.
 */
export function generatedBody(options: { seed: number; size: number; head?: Uint8Array; digest?: Digest }): Body {
  return new GeneratedBody(options.head ?? new Uint8Array(0), options.seed, options.size, options.digest);
}

/** `body` followed by `bytes`; repeated appends cost the appended bytes only. */
export function appendBody(body: Body, bytes: Uint8Array): Body {
  if (bytes.length === 0) return body;
  if (body instanceof ChunkBody) return body.append(bytes);
  if (body.size === 0) return new ChunkBody([bytes], [bytes.length], 1);
  return new ChunkBody([body.read(0, body.size)], [body.size], 1).append(bytes);
}

/** `body` with `bytes` written over it from `offset`; a gap before `offset` reads as zeros. */
export function writeBody(body: Body, offset: number, bytes: Uint8Array): Body {
  if (bytes.length === 0) return body;
  if (offset === body.size) return appendBody(body, bytes);
  const out = new Uint8Array(Math.max(body.size, offset + bytes.length));
  out.set(body.read(0, body.size));
  out.set(bytes, offset);
  return bytesBody(out);
}

/** `body` cut or zero-extended to `size` bytes. */
export function resizeBody(body: Body, size: number): Body {
  if (size === body.size) return body;
  if (size < body.size) return bytesBody(body.read(0, size).slice());
  if (body.size === 0) return zeroBody(size);
  return appendBody(body, new Uint8Array(size - body.size));
}

/** All bytes at once. For bodies known to be small. */
export const readBody = (body: Body): Uint8Array => body.read(0, body.size);

export function sameBody(a: Body, b: Body): boolean {
  return a === b || (a.size === b.size && a.digest() === b.digest());
}
