import type { Routine } from '../coroutine/index.ts';
import { ordered } from './comparison.ts';
import type { Interpreter } from './interpreter.ts';
import { iteratorOf, listOf } from './iterate.ts';
import { sorted } from './methods-collections.ts';
import { argument, wholeNumber } from './natives.ts';
import { binary, truth } from './operators.ts';
import { type PyBuiltin, PyClass, PyIterator, PyList, PyObject, PyTuple, type Value } from './values.ts';

function* extreme(
  py: Interpreter,
  args: readonly Value[],
  kwargs: ReadonlyMap<string, Value>,
  operator: '<' | '>',
  name: string,
): Routine<Value> {
  const items = args.length === 1 ? yield* listOf(py, args[0]!) : args;
  const key = kwargs.get('key');
  let best: { item: Value; by: Value } | undefined;
  for (const item of items) {
    const by = key === undefined || key === null ? item : yield* py.call(key, [item]);
    if (best === undefined || (yield* ordered(py, operator, by, best.by))) best = { item, by };
    yield* py.tick();
  }
  if (best !== undefined) return best.item;
  if (kwargs.has('default')) return kwargs.get('default')!;
  throw py.error('ValueError', py.atLeast(12) ? `${name}() iterable argument is empty` : `${name}() arg is an empty sequence`);
}

const lazily = (next: () => Routine<Value | undefined>, kind: string): PyIterator => new PyIterator(next, kind);

/** Goes through several things at once: an item of each, until one has no more. */
function* together(py: Interpreter, all: readonly Value[]): Routine<() => Routine<Value[] | undefined>> {
  const iterators: (() => Routine<Value | undefined>)[] = [];
  for (const each of all) iterators.push(yield* iteratorOf(py, each));
  return function* () {
    const items: Value[] = [];
    for (const next of iterators) {
      const item = yield* next();
      if (item === undefined) return undefined;
      items.push(item);
    }
    return items;
  };
}

/** Built-in functions that go through items. */
export const ITERATION: Readonly<Record<string, PyBuiltin['run']>> = {
  min: (py, args, kwargs) => extreme(py, args, kwargs, '<', 'min'),
  max: (py, args, kwargs) => extreme(py, args, kwargs, '>', 'max'),
  *sum(py, args, kwargs) {
    let total: Value = argument(args, kwargs, 1, 'start') ?? 0n;
    for (const item of yield* listOf(py, args[0]!)) {
      total = yield* binary(py, '+', total, item);
      yield* py.tick();
    }
    return total;
  },
  *sorted(py, [items], kwargs) {
    return new PyList(yield* sorted(py, yield* listOf(py, items!), kwargs.get('key'), yield* truth(py, kwargs.get('reverse') ?? false)));
  },
  *reversed(py, [value]) {
    if (value instanceof PyObject && value.cls.find('__reversed__') !== undefined) return yield* py.callMethod(value, '__reversed__', []);
    const items = (yield* listOf(py, value!)).reverse();
    let at = 0;
    return new PyIterator(() => items[at++], 'list_reverseiterator');
  },
  *enumerate(py, args, kwargs) {
    const next = yield* iteratorOf(py, args[0]!);
    let index = wholeNumber(py, argument(args, kwargs, 1, 'start') ?? 0n);
    return lazily(function* () {
      const item = yield* next();
      return item === undefined ? undefined : new PyTuple([index++, item]);
    }, 'enumerate');
  },
  *zip(py, args) {
    const next = yield* together(py, args);
    return lazily(function* () {
      const items = args.length === 0 ? undefined : yield* next();
      return items && new PyTuple(items);
    }, 'zip');
  },
  *map(py, [func, ...args]) {
    const next = yield* together(py, args);
    return lazily(function* () {
      const items = yield* next();
      return items && (yield* py.call(func!, items));
    }, 'map');
  },
  *filter(py, [func, items]) {
    const next = yield* iteratorOf(py, items!);
    return lazily(function* () {
      for (;;) {
        const item = yield* next();
        if (item === undefined || (yield* truth(py, func === null ? item : yield* py.call(func!, [item])))) return item;
        yield* py.tick();
      }
    }, 'filter');
  },
  *any(py, [items]) {
    const next = yield* iteratorOf(py, items!);
    for (let item = yield* next(); item !== undefined; item = yield* next()) {
      if (yield* truth(py, item)) return true;
      yield* py.tick();
    }
    return false;
  },
  *all(py, [items]) {
    const next = yield* iteratorOf(py, items!);
    for (let item = yield* next(); item !== undefined; item = yield* next()) {
      if (!(yield* truth(py, item))) return false;
      yield* py.tick();
    }
    return true;
  },
  *iter(py, [value]) {
    if (value instanceof PyObject && !(value instanceof PyClass) && value.cls.find('__iter__') !== undefined)
      return yield* py.callMethod(value, '__iter__', []);
    return lazily(yield* iteratorOf(py, value!), `${py.typeName(value!)}_iterator`);
  },
  *next(py, [value, otherwise]) {
    if (value instanceof PyObject && value.cls.find('__next__') === undefined)
      throw py.error('TypeError', `'${py.typeName(value)}' object is not an iterator`);
    try {
      return yield* py.callMethod(value!, '__next__', []);
    } catch (error) {
      if (otherwise !== undefined && (error as { exception?: PyObject }).exception?.cls.name === 'StopIteration') return otherwise;
      throw error;
    }
  },
};
