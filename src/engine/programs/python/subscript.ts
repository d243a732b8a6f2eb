import type { Routine } from '../coroutine/index.ts';
import { dictGet, dictSet, hashOf } from './hash.ts';
import type { Interpreter } from './interpreter.ts';
import { listOf } from './iterate.ts';
import { PyBytes, PyClass, PyDict, PyList, PyObject, PyRange, PySlice, PyTuple, type Value } from './values.ts';

/** The places that a slice of something of this length takes. */
export function sliceIndices(
  py: Interpreter,
  slice: PySlice,
  length: number,
): { from: number; to: number; step: number; places: number[] } {
  const number = (value: Value): number | undefined => {
    if (value === null) return undefined;
    if (typeof value === 'bigint' || typeof value === 'boolean') return Number(value);
    throw py.error('TypeError', 'slice indices must be integers or None or have an __index__ method');
  };
  const step = number(slice.step) ?? 1;
  if (step === 0) throw py.error('ValueError', 'slice step cannot be zero');
  const clamp = (value: number | undefined, otherwise: number): number => {
    if (value === undefined) return otherwise;
    const at = value < 0 ? value + length : value;
    return step > 0 ? Math.min(Math.max(at, 0), length) : Math.min(Math.max(at, -1), length - 1);
  };
  const from = clamp(number(slice.from), step > 0 ? 0 : length - 1);
  const to = clamp(number(slice.to), step > 0 ? length : -1);
  const places: number[] = [];
  for (let at = from; step > 0 ? at < to : at > to; at += step) places.push(at);
  return { from, to, step, places };
}

function place(py: Interpreter, index: Value, length: number, what: string): number {
  if (typeof index !== 'bigint' && typeof index !== 'boolean')
    throw py.error('TypeError', `${what} indices must be integers or slices, not ${py.typeName(index)}`);
  const at = Number(index) < 0 ? Number(index) + length : Number(index);
  if (at < 0 || at >= length) throw py.error('IndexError', `${what === 'string' ? 'string' : what} index out of range`);
  return at;
}

/** `of[index]`. */
export function* getItem(py: Interpreter, of: Value, index: Value): Routine<Value> {
  if (typeof of === 'string') {
    const characters = /[\ud800-\udfff]/.test(of) ? [...of] : of;
    if (index instanceof PySlice) {
      const { from, to, step, places } = sliceIndices(py, index, characters.length);
      if (step === 1 && typeof characters === 'string') return characters.slice(from, Math.max(from, to));
      return places.map((at) => characters[at]!).join('');
    }
    return characters[place(py, index, characters.length, 'string')]!;
  }
  if (
    (of instanceof PyList && of.cls.find('__getitem__') === undefined) ||
    (of instanceof PyTuple && of.cls.find('__getitem__') === undefined)
  ) {
    const { items } = of;
    if (index instanceof PySlice) {
      const picked = sliceIndices(py, index, items.length).places.map((at) => items[at]!);
      return of instanceof PyList ? new PyList(picked) : new PyTuple(picked);
    }
    return items[place(py, index, items.length, of instanceof PyList ? 'list' : 'tuple')]!;
  }
  if (of instanceof PyDict && of.cls.find('__getitem__') === undefined) {
    const found = yield* dictGet(py, of, index);
    if (found !== undefined) return found;
    if (of.cls.find('__missing__') !== undefined) return yield* py.callMethod(of, '__missing__', [index]);
    throw py.error('KeyError', index);
  }
  if (of instanceof PyBytes) {
    if (index instanceof PySlice)
      return new PyBytes(
        sliceIndices(py, index, of.data.length)
          .places.map((at) => of.data[at]!)
          .join(''),
      );
    return BigInt(of.data.charCodeAt(place(py, index, of.data.length, 'index')));
  }
  if (of instanceof PyRange) return of.start + of.step * BigInt(place(py, index, of.length, 'range object'));
  if (of instanceof PyClass) {
    // list[int] and its like mean nothing when the program runs.
    if (of.find('__class_getitem__') !== undefined) return yield* py.callMethod(of, '__class_getitem__', [index]);
    return of;
  }
  if (of instanceof PyObject && of.cls.find('__getitem__') !== undefined) return yield* py.callMethod(of, '__getitem__', [index]);
  throw py.error('TypeError', `'${py.typeName(of)}' object is not subscriptable`);
}

export function* setItem(py: Interpreter, of: Value, index: Value, value: Value): Routine<void> {
  if (of instanceof PyList) {
    if (index instanceof PySlice) {
      const { from, to, step, places } = sliceIndices(py, index, of.items.length);
      const fresh = yield* listOf(py, value);
      if (step === 1) of.items.splice(from, Math.max(0, to - from), ...fresh);
      else if (places.length !== fresh.length)
        throw py.error('ValueError', `attempt to assign sequence of size ${fresh.length} to extended slice of size ${places.length}`);
      else for (const [i, at] of places.entries()) of.items[at] = fresh[i]!;
      return;
    }
    if (typeof index === 'bigint' && (index >= BigInt(of.items.length) || index < -BigInt(of.items.length)))
      throw py.error('IndexError', 'list assignment index out of range');
    of.items[place(py, index, of.items.length, 'list')] = value;
    return;
  }
  if (of instanceof PyDict && of.cls.find('__setitem__') === undefined) {
    yield* dictSet(py, of, index, value);
    return;
  }
  if (of instanceof PyObject && of.cls.find('__setitem__') !== undefined) {
    yield* py.callMethod(of, '__setitem__', [index, value]);
    return;
  }
  throw py.error('TypeError', `'${py.typeName(of)}' object does not support item assignment`);
}

export function* deleteItem(py: Interpreter, of: Value, index: Value): Routine<void> {
  if (of instanceof PyList) {
    if (index instanceof PySlice) {
      const gone = new Set(sliceIndices(py, index, of.items.length).places);
      of.items = of.items.filter((_, at) => !gone.has(at));
    } else of.items.splice(place(py, index, of.items.length, 'list'), 1);
    return;
  }
  if (of instanceof PyDict) {
    if (!of.entries.delete(yield* hashOf(py, index))) throw py.error('KeyError', index);
    return;
  }
  if (of instanceof PyObject && of.cls.find('__delitem__') !== undefined) {
    yield* py.callMethod(of, '__delitem__', [index]);
    return;
  }
  throw py.error('TypeError', `'${py.typeName(of)}' object doesn't support item deletion`);
}
