import type { Routine } from '../coroutine/index.ts';
import { Resume, type Went } from '../coroutine/index.ts';
import { equals, ordered } from './comparison.ts';
import { BASE_EXCEPTION, EXCEPTIONS, isException, type PyException } from './exceptions.ts';
import { dictGet, dictSet, hashOf, setAdd } from './hash.ts';
import type { Interpreter } from './interpreter.ts';
import { iteratorOf, listOf } from './iterate.ts';
import { classNatives, getters, natives } from './natives.ts';
import { truth } from './operators.ts';
import { setItem } from './subscript.ts';
import { repr } from './text.ts';
import {
  BOOL,
  DICT,
  FLOAT,
  FROZENSET,
  GENERATOR,
  INT,
  ITERATOR,
  LIST,
  PyBytes,
  PyClass,
  PyDict,
  PyError,
  type PyGenerator,
  PyList,
  PyObject,
  PySet,
  PyTuple,
  SET,
  TUPLE,
  type Value,
} from './values.ts';

const list = (value: Value | undefined): PyList => value as PyList;
const dict = (value: Value | undefined): PyDict => value as PyDict;
const set = (value: Value | undefined): PySet => value as PySet;

/** Sorts by a key, stably, in O(n log n) comparisons. */
export function* sorted(py: Interpreter, items: readonly Value[], key: Value | undefined, reverse: boolean): Routine<Value[]> {
  const rows: { item: Value; by: Value }[] = [];
  for (const item of items) rows.push({ item, by: key === undefined || key === null ? item : yield* py.call(key, [item]) });
  if (reverse) rows.reverse();
  const merge = function* (from: number, to: number): Routine<typeof rows> {
    if (to - from <= 1) return rows.slice(from, to);
    const middle = (from + to) >> 1;
    const left = yield* merge(from, middle);
    const right = yield* merge(middle, to);
    const out: typeof rows = [];
    let [i, j] = [0, 0];
    while (i < left.length && j < right.length) {
      yield* py.tick();
      out.push((yield* ordered(py, '<', right[j]!.by, left[i]!.by)) ? right[j++]! : left[i++]!);
    }
    return [...out, ...left.slice(i), ...right.slice(j)];
  };
  const out = (yield* merge(0, rows.length)).map(({ item }) => item);
  return reverse ? out.reverse() : out;
}

function* indexOf(py: Interpreter, items: readonly Value[], item: Value): Routine<number> {
  for (const [index, each] of items.entries()) {
    if (yield* equals(py, each, item)) return index;
    yield* py.tick();
  }
  return -1;
}

natives(LIST, {
  append: (py, [self, item]) => {
    list(self).items.push(item ?? null);
    py.grow(list(self).items.length);
    return null;
  },
  *extend(py, [self, more]) {
    const items = yield* listOf(py, more!);
    py.grow(list(self).items.length + items.length);
    for (const item of items) list(self).items.push(item);
    return null;
  },
  insert: (_, [self, at, item]) => {
    list(self).items.splice(Number(at), 0, item!);
    return null;
  },
  pop: (py, [self, at]) => {
    const { items } = list(self);
    if (items.length === 0) throw py.error('IndexError', 'pop from empty list');
    const index = at === undefined ? items.length - 1 : Number(at) < 0 ? items.length + Number(at) : Number(at);
    if (index < 0 || index >= items.length) throw py.error('IndexError', 'pop index out of range');
    return items.splice(index, 1)[0]!;
  },
  *remove(py, [self, item]) {
    const at = yield* indexOf(py, list(self).items, item!);
    if (at < 0) throw py.error('ValueError', 'list.remove(x): x not in list');
    list(self).items.splice(at, 1);
    return null;
  },
  clear: (_, [self]) => {
    list(self).items = [];
    return null;
  },
  reverse: (_, [self]) => {
    list(self).items.reverse();
    return null;
  },
  copy: (_, [self]) => new PyList([...list(self).items]),
  *sort(py, [self], kwargs) {
    const { items } = list(self);
    list(self).items = yield* sorted(py, items, kwargs.get('key'), yield* truth(py, kwargs.get('reverse') ?? false));
    return null;
  },
  *__init__(py, [self, items]) {
    if (items !== undefined) list(self).items = yield* listOf(py, items);
    return null;
  },
});
const sequenceMethods = {
  *index(py: Interpreter, [self, item]: readonly Value[]): Routine<Value> {
    const at = yield* indexOf(py, (self as PyList | PyTuple).items, item!);
    if (at < 0)
      throw py.error('ValueError', self instanceof PyList ? `${yield* repr(py, item!)} is not in list` : 'tuple.index(x): x not in tuple');
    return BigInt(at);
  },
  *count(py: Interpreter, [self, item]: readonly Value[]): Routine<Value> {
    let count = 0n;
    for (const each of (self as PyList | PyTuple).items) if (yield* equals(py, each, item!)) count++;
    return count;
  },
};
natives(LIST, sequenceMethods);
natives(TUPLE, sequenceMethods);

/** A view: it goes along with its dictionary. */
function view(self: PyDict, pick: (entry: [Value, Value]) => Value): Value {
  return new PyList([...self.entries.values()].map(pick));
}

function* update(py: Interpreter, self: PyDict, other: Value | undefined, kwargs: ReadonlyMap<string, Value>): Routine<void> {
  if (other instanceof PyDict) for (const [hash, [key, value]] of other.entries) self.entries.set(hash, [key, value]);
  else if (other !== undefined)
    for (const pair of yield* listOf(py, other)) {
      const [key, value] = yield* listOf(py, pair);
      if (value === undefined) throw py.error('ValueError', 'dictionary update sequence element #0 has length 1; 2 is required');
      yield* dictSet(py, self, key!, value);
    }
  for (const [key, value] of kwargs) yield* dictSet(py, self, key, value);
}

natives(DICT, {
  *__init__(py, [self, other], kwargs) {
    yield* update(py, dict(self), other, kwargs);
    return null;
  },
  *get(py, [self, key, otherwise]) {
    return (yield* dictGet(py, dict(self), key!)) ?? otherwise ?? null;
  },
  keys: (_, [self]) => view(dict(self), ([key]) => key),
  values: (_, [self]) => view(dict(self), ([, value]) => value),
  items: (_, [self]) => view(dict(self), (entry) => new PyTuple([entry[0], entry[1]])),
  *pop(py, [self, key, otherwise]) {
    const hash = yield* hashOf(py, key!);
    const found = dict(self).entries.get(hash);
    if (found === undefined && otherwise === undefined) throw py.error('KeyError', key!);
    dict(self).entries.delete(hash);
    return found?.[1] ?? otherwise!;
  },
  popitem: (py, [self]) => {
    const last = [...dict(self).entries].at(-1);
    if (last === undefined) throw py.error('KeyError', 'popitem(): dictionary is empty');
    dict(self).entries.delete(last[0]);
    return new PyTuple(last[1]);
  },
  *setdefault(py, [self, key, otherwise]) {
    const found = yield* dictGet(py, dict(self), key!);
    if (found === undefined) yield* setItem(py, dict(self), key!, otherwise ?? null);
    return found ?? otherwise ?? null;
  },
  *update(py, [self, other], kwargs) {
    yield* update(py, dict(self), other, kwargs);
    return null;
  },
  clear: (_, [self]) => {
    dict(self).entries.clear();
    return null;
  },
  copy: (_, [self]) => {
    const copy = new PyDict();
    for (const [hash, [key, value]] of dict(self).entries) copy.entries.set(hash, [key, value]);
    return copy;
  },
});
classNatives(DICT, {
  *fromkeys(py, [, keys, value]) {
    const out = new PyDict();
    for (const key of yield* listOf(py, keys!)) yield* dictSet(py, out, key, value ?? null);
    return out;
  },
});

function* combine(py: Interpreter, self: PySet, others: readonly Value[], how: 'union' | 'intersection' | 'difference'): Routine<PySet> {
  const out = new PySet(self.cls);
  for (const [hash, value] of self.entries) out.entries.set(hash, value);
  for (const other of others) {
    const hashes = new Map<unknown, Value>();
    for (const item of yield* listOf(py, other)) hashes.set(yield* hashOf(py, item), item);
    if (how === 'union') for (const [hash, item] of hashes) out.entries.set(hash, item);
    else for (const hash of [...out.entries.keys()]) if (hashes.has(hash) === (how === 'difference')) out.entries.delete(hash);
  }
  return out;
}
const setMethods = {
  *union(py: Interpreter, [self, ...others]: readonly Value[]): Routine<Value> {
    return yield* combine(py, set(self), others, 'union');
  },
  *intersection(py: Interpreter, [self, ...others]: readonly Value[]): Routine<Value> {
    return yield* combine(py, set(self), others, 'intersection');
  },
  *difference(py: Interpreter, [self, ...others]: readonly Value[]): Routine<Value> {
    return yield* combine(py, set(self), others, 'difference');
  },
  *issubset(py: Interpreter, [self, other]: readonly Value[]): Routine<Value> {
    return (yield* combine(py, set(self), [other!], 'intersection')).entries.size === set(self).entries.size;
  },
  *issuperset(py: Interpreter, [self, other]: readonly Value[]): Routine<Value> {
    return (yield* combine(py, set(self), [other!], 'union')).entries.size === set(self).entries.size;
  },
  copy: (_: Interpreter, [self]: readonly Value[]): Value => {
    const out = new PySet(set(self).cls);
    for (const [hash, value] of set(self).entries) out.entries.set(hash, value);
    return out;
  },
  *__init__(py: Interpreter, [self, items]: readonly Value[]): Routine<Value> {
    if (items !== undefined) for (const item of yield* listOf(py, items)) yield* setAdd(py, set(self), item);
    return null;
  },
};
natives(SET, setMethods);
natives(FROZENSET, setMethods);
natives(SET, {
  *add(py, [self, item]) {
    yield* setAdd(py, set(self), item!);
    return null;
  },
  *discard(py, [self, item]) {
    set(self).entries.delete(yield* hashOf(py, item!));
    return null;
  },
  *remove(py, [self, item]) {
    if (!set(self).entries.delete(yield* hashOf(py, item!))) throw py.error('KeyError', item!);
    return null;
  },
  pop: (py, [self]) => {
    const first = set(self).entries.entries().next();
    if (first.done === true) throw py.error('KeyError', 'pop from an empty set');
    set(self).entries.delete(first.value[0]);
    return first.value[1];
  },
  clear: (_, [self]) => {
    set(self).entries.clear();
    return null;
  },
  *update(py, [self, ...others]) {
    for (const other of others) for (const item of yield* listOf(py, other)) yield* setAdd(py, set(self), item);
    return null;
  },
});

natives(INT, {
  bit_length: (_, [self]) =>
    BigInt((self as bigint) === 0n ? 0 : ((self as bigint) < 0n ? -(self as bigint) : (self as bigint)).toString(2).length),
  to_bytes: (_, [self, length, order]) => {
    let [value, out] = [self as bigint, ''];
    for (let i = 0; i < Number(length ?? 1); i++) {
      out = String.fromCharCode(Number(value & 255n)) + out;
      value >>= 8n;
    }
    return new PyBytes(order === 'little' ? [...out].reverse().join('') : out);
  },
});
getters(INT, { real: (_, [self]) => BigInt(self as bigint), numerator: (_, [self]) => self!, denominator: () => 1n });
natives(FLOAT, { is_integer: (_, [self]) => Number.isInteger(self), hex: (_, [self]) => (self as number).toString(16) });
BOOL.dict.set('__doc__', null);

natives(ITERATOR, {
  __iter__: (_, [self]) => self!,
  *__next__(py, [self]) {
    const value = yield* (yield* iteratorOf(py, self!))();
    if (value === undefined) throw py.error('StopIteration');
    return value;
  },
});
/** Goes on with a generator; its end is a StopIteration with its value. */
function* goOn(py: Interpreter, self: Value | undefined, how: 'next' | 'throw' | 'return', value: unknown): Routine<Value> {
  const { suspended } = self as PyGenerator;
  if (suspended.state === 'running') throw py.error('ValueError', 'generator already executing');
  const went = (yield new Resume(suspended, { how, value })) as Went;
  if (!went.done) return went.value as Value;
  throw py.error('StopIteration', ...(went.value === null || went.value === undefined ? [] : [went.value as Value]));
}
natives(GENERATOR, {
  __iter__: (_, [self]) => self!,
  __next__: (py, [self]) => goOn(py, self, 'next', null),
  send: (py, [self, value]) => goOn(py, self, 'next', value),
  *throw(py, [self, type]) {
    const exception = type instanceof PyClass ? yield* py.call(type, []) : type!;
    return yield* goOn(py, self, 'throw', new PyError(exception as PyObject));
  },
  *close(py, [self]) {
    try {
      yield* goOn(py, self, 'return', null);
    } catch (error) {
      if (!isException(error, 'StopIteration')) throw error;
    }
    return null;
  },
});
natives(BASE_EXCEPTION, {
  __init__: (_, [self, ...args]) => {
    (self as PyException).args = args;
    return null;
  },
  with_traceback: (_, [self]) => self!,
  add_note: () => null,
});
natives(EXCEPTIONS.get('OSError')!, {
  __init__: (_, [self, ...args]) => {
    (self as PyException).args = args.slice(0, 2);
    for (const [index, name] of ['errno', 'strerror', 'filename'].entries())
      if (args.length >= 2 && self instanceof PyObject) self.attrs!.set(name, args[index] ?? null);
    return null;
  },
});
