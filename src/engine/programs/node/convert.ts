import type { Routine } from '../coroutine/index.ts';
import type { Realm } from './realm.ts';
import { isCallable, JsArray, JsObject, type Key, type Value } from './values.ts';

/** The prototype that a value's properties come from. */
export function protoOf(js: Realm, value: Value): JsObject {
  switch (typeof value) {
    case 'string':
      return js.proto.String;
    case 'number':
      return js.proto.Number;
    case 'boolean':
      return js.proto.Boolean;
    case 'bigint':
      return js.proto.BigInt;
    case 'symbol':
      return js.proto.Symbol;
    default:
      return value as JsObject;
  }
}
const indexOf = (key: Key): number | undefined => (typeof key === 'string' && /^(?:0|[1-9]\d{0,9})$/.test(key) ? Number(key) : undefined);

/** `of[key]`. Throws TypeError for undefined and null. */
export function* get(js: Realm, of: Value, key: Key): Routine<Value> {
  if (of === undefined || of === null) throw js.error('TypeError', `Cannot read properties of ${of} (reading '${String(key)}')`);
  if (typeof of === 'string') {
    if (key === 'length') return of.length;
    const index = indexOf(key);
    if (index !== undefined) return of[index];
  }
  if (of instanceof JsArray) {
    if (key === 'length') return of.items.length;
    const index = indexOf(key);
    if (index !== undefined) return of.items[index];
  }
  if (of instanceof JsObject && of.kind === 'Buffer' && typeof of.hidden === 'string') {
    const index = indexOf(key);
    if (index !== undefined) return index < of.hidden.length ? of.hidden.charCodeAt(index) : undefined;
  }
  const found = protoOf(js, of).find(key);
  if (found === undefined) {
    if (of instanceof JsObject && isCallable(of) && key === 'name') return of.name;
    if (of instanceof JsObject && isCallable(of) && key === 'length') return 'node' in of ? (of.node?.params.length ?? 0) : 0;
    if (key === '__proto__') return of instanceof JsObject ? of.proto : protoOf(js, of);
    return undefined;
  }
  if (found.get !== undefined) return yield* js.call(found.get, of, []);
  return found.set === undefined ? found.value : undefined;
}

/** `of[key] = value`. */
export function* set(js: Realm, of: Value, key: Key, value: Value): Routine<void> {
  if (of === undefined || of === null) throw js.error('TypeError', `Cannot set properties of ${of} (setting '${String(key)}')`);
  if (!(of instanceof JsObject)) return;
  if (of.frozen) throw js.error('TypeError', `Cannot assign to read only property '${String(key)}' of object`);
  if (of instanceof JsArray) {
    if (key === 'length') {
      js.grow(Number(value));
      of.items.length = Number(value);
      return;
    }
    const index = indexOf(key);
    if (index !== undefined) {
      js.grow(index);
      while (of.items.length < index) of.items.push(undefined);
      of.items[index] = value;
      return;
    }
  }
  const own = of.props.get(key);
  const found = own ?? of.find(key);
  if (found?.set !== undefined) {
    yield* js.call(found.set, of, [value]);
    return;
  }
  if (found?.get !== undefined) throw js.error('TypeError', `Cannot set property ${String(key)} of ${'#<Object>'} which has only a getter`);
  if (found !== undefined && !found.writable)
    throw js.error('TypeError', `Cannot assign to read only property '${String(key)}' of object '#<Object>'`);
  if (own !== undefined) own.value = value;
  else if (key === '__proto__' && (value instanceof JsObject || value === null)) of.proto = value;
  else {
    js.grow(of.props.size);
    of.put(key, value);
  }
}

export const truthy = (value: Value): boolean => value instanceof JsObject || Boolean(value);

/** A primitive of an object, by valueOf and toString. */
export function* toPrimitive(js: Realm, value: Value, hint: 'string' | 'number' | 'default'): Routine<Exclude<Value, JsObject>> {
  if (!(value instanceof JsObject)) return value;
  const exotic = yield* get(js, value, js.symbols.toPrimitive);
  if (exotic !== undefined) return (yield* js.call(exotic, value, [hint])) as Exclude<Value, JsObject>;
  const order = hint === 'string' || value.kind === 'Date' ? ['toString', 'valueOf'] : ['valueOf', 'toString'];
  for (const name of order) {
    const method = yield* get(js, value, name);
    if (!isCallable(method)) continue;
    const result = yield* js.call(method, value, []);
    if (!(result instanceof JsObject)) return result;
  }
  throw js.error('TypeError', 'Cannot convert object to primitive value');
}
export function* toText(js: Realm, value: Value): Routine<string> {
  if (typeof value === 'string') return value;
  if (typeof value === 'symbol') throw js.error('TypeError', 'Cannot convert a Symbol value to a string');
  if (value instanceof JsObject) return yield* toText(js, yield* toPrimitive(js, value, 'string'));
  return String(value);
}
export function* toNumber(js: Realm, value: Value): Routine<number> {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') throw js.error('TypeError', 'Cannot convert a BigInt value to a number');
  if (typeof value === 'symbol') throw js.error('TypeError', 'Cannot convert a Symbol value to a number');
  if (value instanceof JsObject) return yield* toNumber(js, yield* toPrimitive(js, value, 'number'));
  return Number(value);
}
export function* toKey(js: Realm, value: Value): Routine<Key> {
  if (typeof value === 'symbol' || typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  return yield* toText(js, yield* toPrimitive(js, value, 'string'));
}
/** Own keys that are counted: indices first, then text in order. */
export function keysOf(value: JsObject, all = false): string[] {
  const own = [...value.props]
    .filter(([key, property]) => typeof key === 'string' && (all || property.enumerable))
    .map(([key]) => key as string);
  const numbers = own.filter((key) => indexOf(key) !== undefined).sort((a, b) => Number(a) - Number(b));
  const rest = own.filter((key) => indexOf(key) === undefined);
  return [...(value instanceof JsArray ? [...value.items.keys()].map(String) : []), ...numbers, ...rest];
}
