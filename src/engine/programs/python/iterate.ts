import { Resume, type Routine, type Went } from '../coroutine/index.ts';
import { isException } from './exceptions.ts';
import type { Interpreter } from './interpreter.ts';
import { PyBytes, PyClass, PyDict, PyGenerator, PyIterator, PyList, PyObject, PyRange, PySet, PyTuple, type Value } from './values.ts';

/** Gives one value after another; undefined at the end. */
export type Next = () => Routine<Value | undefined>;

const isRoutine = (value: unknown): value is Routine<Value | undefined> =>
  typeof value === 'object' && value !== null && Symbol.iterator in value;

function overArray(items: () => readonly Value[]): Next {
  let at = 0;
  return function* () {
    return items()[at++];
  };
}

/** What goes through a value. Throws TypeError for one that cannot be gone through. */
export function* iteratorOf(py: Interpreter, value: Value): Routine<Next> {
  if (value instanceof PyList && value.cls.find('__iter__') === undefined) return overArray(() => value.items);
  if (value instanceof PyTuple) return overArray(() => value.items);
  if (typeof value === 'string') {
    const characters = [...value];
    return overArray(() => characters);
  }
  if (value instanceof PyDict && value.cls.find('__iter__') === undefined)
    return guarded(
      py,
      value.entries,
      [...value.entries.values()].map(([key]) => key),
      'dictionary',
    );
  if (value instanceof PySet) return guarded(py, value.entries, [...value.entries.values()], 'Set');
  if (value instanceof PyRange) {
    let index = 0;
    const { length, start, step } = value;
    return function* () {
      return index < length ? start + step * BigInt(index++) : undefined;
    };
  }
  if (value instanceof PyBytes) {
    const bytes = [...value.data].map((c) => BigInt(c.charCodeAt(0)));
    return overArray(() => bytes);
  }
  if (value instanceof PyGenerator) return () => resume(py, value, null);
  if (value instanceof PyIterator)
    return function* () {
      const next = value.next();
      return isRoutine(next) ? yield* next : next;
    };
  if (value instanceof PyObject && !(value instanceof PyClass)) return yield* custom(py, value);
  throw py.error('TypeError', `'${py.typeName(value)}' object is not iterable`);
}

function guarded(py: Interpreter, of: ReadonlyMap<unknown, unknown>, items: readonly Value[], what: string): Next {
  const { size } = of;
  let at = 0;
  return function* () {
    if (of.size !== size && at < items.length) throw py.error('RuntimeError', `${what} changed size during iteration`);
    return items[at++];
  };
}

function* custom(py: Interpreter, value: PyObject): Routine<Next> {
  if (value.cls.find('__iter__') !== undefined) {
    const iterator = yield* py.callMethod(value, '__iter__', []);
    if (iterator instanceof PyObject && iterator.cls.find('__next__') === undefined) return yield* iteratorOf(py, iterator);
    return function* () {
      try {
        return yield* py.callMethod(iterator, '__next__', []);
      } catch (error) {
        if (isException(error, 'StopIteration')) return undefined;
        throw error;
      }
    };
  }
  if (value.cls.find('__getitem__') !== undefined) {
    let index = 0n;
    return function* () {
      try {
        return yield* py.callMethod(value, '__getitem__', [index++]);
      } catch (error) {
        if (isException(error, 'IndexError')) return undefined;
        throw error;
      }
    };
  }
  throw py.error('TypeError', `'${py.typeName(value)}' object is not iterable`);
}

/** Goes on with a generator; undefined at its end. Its value is then in `result`. */
export function* resume(py: Interpreter, generator: PyGenerator, sent: Value, result?: { value: Value }): Routine<Value | undefined> {
  if (generator.suspended.state === 'running') throw py.error('ValueError', 'generator already executing');
  const went = (yield new Resume(generator.suspended, { how: 'next', value: sent })) as Went;
  if (!went.done) return went.value as Value;
  if (result !== undefined) result.value = (went.value ?? null) as Value;
  return undefined;
}

/** Everything that a value gives, in order. */
export function* listOf(py: Interpreter, value: Value): Routine<Value[]> {
  if (value instanceof PyList && value.cls.find('__iter__') === undefined) return [...value.items];
  if (value instanceof PyTuple) return [...value.items];
  const next = yield* iteratorOf(py, value);
  const out: Value[] = [];
  for (let item = yield* next(); item !== undefined; item = yield* next()) {
    out.push(item);
    py.grow(out.length);
    yield* py.tick();
  }
  return out;
}
