import type { Routine } from '../coroutine/index.ts';
import { get, truthy } from './convert.ts';
import type { Realm } from './realm.ts';
import { isCallable, JsArray, type JsObject, type Value } from './values.ts';

/** One item after another; undefined at the end. */
export type Items = () => Routine<{ readonly value: Value } | undefined>;

/** What goes through a value. Throws TypeError for one that cannot be gone through. */
export function* iterate(js: Realm, value: Value): Routine<Items> {
  if (value instanceof JsArray && value.proto === js.proto.Array) {
    let at = 0;
    return function* () {
      return at < value.items.length ? { value: value.items[at++] } : undefined;
    };
  }
  if (typeof value === 'string') {
    const characters = [...value];
    let at = 0;
    return function* () {
      return at < characters.length ? { value: characters[at++] } : undefined;
    };
  }
  const method = value === undefined || value === null ? undefined : yield* get(js, value, js.symbols.iterator);
  if (!isCallable(method))
    throw js.error(
      'TypeError',
      `${value === undefined || value === null ? String(value) : typeof value === 'object' ? 'object' : typeof value} is not iterable`,
    );
  const iterator = (yield* js.call(method, value, [])) as JsObject;
  const next = yield* get(js, iterator, 'next');
  return function* () {
    const step = yield* js.call(next, iterator, []);
    return truthy(yield* get(js, step, 'done')) ? undefined : { value: yield* get(js, step, 'value') };
  };
}
/** Everything a value gives. */
export function* listOf(js: Realm, value: Value): Routine<Value[]> {
  if (value instanceof JsArray && value.proto === js.proto.Array) return [...value.items];
  const next = yield* iterate(js, value);
  const out: Value[] = [];
  for (let item = yield* next(); item !== undefined; item = yield* next()) {
    out.push(item.value);
    js.grow(out.length);
    yield* js.tick();
  }
  return out;
}
/** An iterator object over values made by a function. */
export function iteratorObject(js: Realm, next: () => Value | undefined | { readonly end: true }): JsObject {
  const object = js.object();
  object.proto = js.proto.Iterator;
  object.hidden = next;
  object.put(
    'next',
    js.native('next', () => {
      const value = next();
      return typeof value === 'object' && value !== null && 'end' in value
        ? js.object({ value: undefined, done: true })
        : js.object({ value: value as Value, done: false });
    }),
    false,
  );
  return object;
}
