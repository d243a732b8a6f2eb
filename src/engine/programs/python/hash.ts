import type { Routine } from '../coroutine/index.ts';
import type { Interpreter } from './interpreter.ts';
import { FROZENSET, PyBytes, PyDict, PyList, type PyObject, PySet, PyTuple, type Value } from './values.ts';

/** Something that is equal for equal keys: what dictionaries and sets find their entries by. Throws TypeError for what cannot be a key. */
export function* hashOf(py: Interpreter, value: Value): Routine<unknown> {
  switch (typeof value) {
    case 'string':
      return `s${value}`;
    case 'bigint':
      return `n${value}`;
    case 'boolean':
      return value ? 'n1' : 'n0';
    case 'number':
      return Number.isInteger(value) ? `n${BigInt(value)}` : `f${value}`;
    default:
  }
  if (value === null) return 'None';
  if (value instanceof PyTuple) {
    const parts: unknown[] = [];
    for (const item of value.items) parts.push(yield* hashOf(py, item));
    return `t${parts.map((part) => (typeof part === 'string' ? `${part.length}:${part}` : `o${py.idOf(part as object)}`)).join(',')}`;
  }
  if (value instanceof PyBytes) return `b${value.data}`;
  if (value instanceof PySet && value.cls.isSubclass(FROZENSET)) return `z${[...value.entries.keys()].map(String).sort().join(',')}`;
  if (value instanceof PyList || value instanceof PyDict || value instanceof PySet)
    throw py.error('TypeError', `unhashable type: '${py.typeName(value)}'`);
  if (value.cls.find('__hash__') !== undefined) {
    const hash = yield* py.callMethod(value, '__hash__', []);
    return `h${String(hash)}`;
  }
  if (value.cls.find('__eq__') !== undefined) throw py.error('TypeError', `unhashable type: '${py.typeName(value)}'`);
  return value satisfies PyObject;
}

export function* dictGet(py: Interpreter, dict: PyDict, key: Value): Routine<Value | undefined> {
  return dict.entries.get(yield* hashOf(py, key))?.[1];
}
export function* dictSet(py: Interpreter, dict: PyDict, key: Value, value: Value): Routine<void> {
  const hash = yield* hashOf(py, key);
  const old = dict.entries.get(hash);
  if (old !== undefined) old[1] = value;
  else {
    py.grow(dict.entries.size);
    dict.entries.set(hash, [key, value]);
  }
}
/** A dictionary with text as keys. */
export function dictOf(entries: Iterable<readonly [string, Value]>): PyDict {
  const dict = new PyDict();
  for (const [key, value] of entries) dict.entries.set(`s${key}`, [key, value]);
  return dict;
}
export function* setAdd(py: Interpreter, set: PySet, value: Value): Routine<void> {
  const hash = yield* hashOf(py, value);
  if (!set.entries.has(hash)) {
    py.grow(set.entries.size);
    set.entries.set(hash, value);
  }
}
