// JSON made small before it is compressed: each object's keys are written once, and a number as its distance from the last one under
// that key, so that times and counters become small numbers that repeat. Lossless for what `JSON.stringify` writes.

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** First element of a list that is written as a list; objects begin with the number of their shape. */
const LIST = -1;
/** A number that is not a safe integer, as it is. */
const NUMBER = -2;
const DEEPEST = 64;

/** `[shapes, value]`; a shape is the keys of an object, in order. */
export type Squeezed = readonly [shapes: readonly (readonly string[])[], value: Json];

export function squeeze(value: Json): Squeezed {
  const shapes: string[][] = [];
  const known = new Map<string, number>();
  const last = new Map<string, number>();
  const write = (one: Json, key: string): Json => {
    if (typeof one === 'number') {
      const distance = one - (last.get(key) ?? 0);
      if (!Number.isSafeInteger(one) || !Number.isSafeInteger(distance) || Object.is(one, -0)) return [NUMBER, one];
      last.set(key, one);
      return distance;
    }
    if (one === null || typeof one !== 'object') return one;
    if (isList(one)) return [LIST, ...one.map((item) => write(item, key))];
    const keys = Object.keys(one);
    const name = JSON.stringify(keys);
    let shape = known.get(name);
    if (shape === undefined) {
      shape = shapes.push(keys) - 1;
      known.set(name, shape);
    }
    return [shape, ...keys.map((inner) => write(one[inner] as Json, inner))];
  };
  const written = write(value, '');
  return [shapes, written];
}

/** The JSON text again, at most `limit` characters. Throws an Error for anything that `squeeze` does not write. */
export function unsqueeze(squeezed: unknown, limit: number): string {
  const damaged = () => new Error('not a squeezed value');
  if (!Array.isArray(squeezed) || squeezed.length !== 2 || !Array.isArray(squeezed[0])) throw damaged();
  const shapes = squeezed[0] as unknown[];
  const last = new Map<string, number>();
  let length = 0;
  const text = (part: string): string => {
    length += part.length;
    if (length > limit) throw new Error('too large');
    return part;
  };
  const read = (one: unknown, key: string, depth: number): string => {
    if (depth > DEEPEST) throw damaged();
    if (typeof one === 'number') {
      const number = one + (last.get(key) ?? 0);
      if (!Number.isSafeInteger(number)) throw damaged();
      last.set(key, number);
      return text(String(number));
    }
    if (!Array.isArray(one)) {
      if (typeof one === 'object' && one !== null) throw damaged();
      return text(JSON.stringify(one) as string);
    }
    const [first, ...rest] = one as [unknown, ...unknown[]];
    if (first === NUMBER && rest.length === 1 && typeof rest[0] === 'number') return text(JSON.stringify(rest[0]));
    if (first === LIST) return `${text('[')}${rest.map((item) => read(item, key, depth + 1)).join(text(','))}]`;
    const keys = typeof first === 'number' ? shapes[first] : undefined;
    if (!Array.isArray(keys) || keys.length !== rest.length) throw damaged();
    const fields = keys.map((inner: unknown, index) => {
      if (typeof inner !== 'string') throw damaged();
      return `${text(`${JSON.stringify(inner)}:`)}${read(rest[index], inner, depth + 1)}`;
    });
    return `${text('{')}${fields.join(text(','))}}`;
  };
  return read(squeezed[1], '', 0);
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
