import { type Digest, startDigest } from '../digest/index.ts';
import { type Body, emptyBody, isBytes, pieces } from './body.ts';

class SliceBody implements Body {
  readonly size: number;
  readonly whole: Body;
  readonly start: number;
  #digest: Digest | undefined;
  constructor(whole: Body, start: number, size: number) {
    this.whole = whole;
    this.start = start;
    this.size = size;
  }
  read(offset: number, length: number): Uint8Array {
    return this.whole.read(this.start + offset, Math.max(0, Math.min(length, this.size - offset)));
  }
  digest(): Digest {
    return (this.#digest ??= digestOf(this));
  }
}

/** Part of a body, without copying it. The part must lie inside. */
export function sliceBody(body: Body, start: number, size: number): Body {
  if (size === 0) return emptyBody;
  if (start === 0 && size === body.size) return body;
  return body instanceof SliceBody ? new SliceBody(body.whole, body.start + start, size) : new SliceBody(body, start, size);
}

class ConcatBody implements Body {
  readonly size: number;
  readonly #parts: readonly Body[];
  readonly #ends: readonly number[];
  #digest: Digest | undefined;
  constructor(parts: readonly Body[], digest: Digest | undefined) {
    const ends: number[] = [];
    let size = 0;
    for (const part of parts) ends.push((size += part.size));
    this.size = size;
    this.#parts = parts;
    this.#ends = ends;
    this.#digest = digest;
  }
  read(offset: number, length: number): Uint8Array {
    const end = Math.min(offset + length, this.size);
    if (end <= offset) return new Uint8Array(0);
    let index = this.#partAt(offset);
    const first = this.#parts[index]!;
    const inFirst = offset - (this.#ends[index]! - first.size);
    if (inFirst + (end - offset) <= first.size) return first.read(inFirst, end - offset);
    const out = new Uint8Array(end - offset);
    for (let at = 0; at < out.length; index++) {
      const bytes = this.#parts[index]!.read(at === 0 ? inFirst : 0, out.length - at);
      out.set(bytes, at);
      at += bytes.length;
    }
    return out;
  }
  digest(): Digest {
    return (this.#digest ??= digestOf(this));
  }
  /** What lies in a stretch: parts, each with where it is read and how far. */
  *within(start: number, size: number): Generator<[part: Body, start: number, size: number]> {
    for (let at = start, index = this.#partAt(start); at < start + size && index < this.#parts.length; index++) {
      const part = this.#parts[index]!;
      const from = at - (this.#ends[index]! - part.size);
      const length = Math.min(part.size - from, start + size - at);
      yield [part, from, length];
      at += length;
    }
  }
  /** Index of the part that holds this byte. */
  #partAt(offset: number): number {
    let low = 0;
    for (let high = this.#ends.length - 1; low < high; ) {
      const middle = (low + high) >> 1;
      if (this.#ends[middle]! > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

/** Bodies one after another, read where they are. `digest` may be given when it is known. */
export function concatBodies(parts: readonly Body[], digest?: Digest): Body {
  return new ConcatBody(
    parts.filter((part) => part.size > 0),
    digest,
  );
}

/** Whether the bytes of a stretch stand in memory; the others are computed when they are read. */
export function isInMemory(body: Body, start = 0, size = body.size): boolean {
  if (body instanceof SliceBody) return isInMemory(body.whole, body.start + start, size);
  if (body instanceof ConcatBody) return [...body.within(start, size)].every(([part, from, length]) => isInMemory(part, from, length));
  return isBytes(body);
}

function digestOf(body: Body): Digest {
  const stream = startDigest();
  for (const piece of pieces(body)) stream.update(piece);
  return stream.digest();
}
