import type { Routine } from '../coroutine/index.ts';
import { hashOf } from './hash.ts';
import type { Interpreter } from './interpreter.ts';
import { iteratorOf } from './iterate.ts';
import { isNumber, plain, truth } from './operators.ts';
import { classOf, NOT_IMPLEMENTED, PyBytes, PyClass, PyDict, PyList, PyObject, PyRange, PySet, PyTuple, type Value } from './values.ts';

/** `a == b`. */
export function* equals(py: Interpreter, a: Value, b: Value): Routine<boolean> {
  if (a === b) return true;
  if (isNumber(a) && isNumber(b)) {
    const [x, y] = [plain(a), plain(b)];
    // biome-ignore lint/suspicious/noDoubleEquals: a whole number equals the float of the same value
    return x == y;
  }
  if (!(a instanceof PyObject) && !(b instanceof PyObject)) return false;
  if (a instanceof PyBytes && b instanceof PyBytes) return a.data === b.data;
  if ((a instanceof PyList && b instanceof PyList) || (a instanceof PyTuple && b instanceof PyTuple)) {
    if (a.items.length !== b.items.length) return false;
    for (const [index, item] of a.items.entries()) {
      if (!(yield* equals(py, item, b.items[index]!))) return false;
      yield* py.tick();
    }
    return true;
  }
  if (a instanceof PyDict && b instanceof PyDict) {
    if (a.entries.size !== b.entries.size) return false;
    for (const [hash, [, value]] of a.entries) {
      const other = b.entries.get(hash);
      if (other === undefined || !(yield* equals(py, value, other[1]))) return false;
      yield* py.tick();
    }
    return true;
  }
  if (a instanceof PySet && b instanceof PySet)
    return a.entries.size === b.entries.size && [...a.entries.keys()].every((hash) => b.entries.has(hash));
  if (a instanceof PyRange && b instanceof PyRange)
    return a.length === b.length && (a.length === 0 || (a.start === b.start && (a.length === 1 || a.step === b.step)));
  for (const [self, other] of [
    [a, b],
    [b, a],
  ] as const) {
    const found = self instanceof PyObject && !(self instanceof PyClass) ? self.cls.find('__eq__') : undefined;
    if (found === undefined) continue;
    const value = yield* py.call(found, [self, other]);
    if (value !== NOT_IMPLEMENTED) return yield* truth(py, value);
  }
  return false;
}

const ORDER: Readonly<Record<string, readonly [string, string]>> = {
  '<': ['__lt__', '__gt__'],
  '>': ['__gt__', '__lt__'],
  '<=': ['__le__', '__ge__'],
  '>=': ['__ge__', '__le__'],
};
const decide = (operator: string, less: boolean, same: boolean): boolean =>
  operator === '<' ? less : operator === '<=' ? less || same : operator === '>' ? !less && !same : !less;

/** `a < b` and its like. */
export function* ordered(py: Interpreter, operator: string, a: Value, b: Value): Routine<boolean> {
  if (isNumber(a) && isNumber(b)) {
    const [x, y] = [plain(a), plain(b)];
    return operator === '<' ? x < y : operator === '<=' ? x <= y : operator === '>' ? x > y : x >= y;
  }
  if (typeof a === 'string' && typeof b === 'string') return decide(operator, a < b, a === b);
  if (a instanceof PyBytes && b instanceof PyBytes) return decide(operator, a.data < b.data, a.data === b.data);
  if ((a instanceof PyList && b instanceof PyList) || (a instanceof PyTuple && b instanceof PyTuple)) {
    for (let i = 0; i < Math.min(a.items.length, b.items.length); i++) {
      yield* py.tick();
      if (!(yield* equals(py, a.items[i]!, b.items[i]!))) return yield* ordered(py, operator, a.items[i]!, b.items[i]!);
    }
    return decide(operator, a.items.length < b.items.length, a.items.length === b.items.length);
  }
  if (a instanceof PySet && b instanceof PySet) {
    const within = (x: PySet, y: PySet): boolean => [...x.entries.keys()].every((hash) => y.entries.has(hash));
    const [x, y] = operator.startsWith('<') ? [a, b] : [b, a];
    return within(x, y) && (operator.endsWith('=') || x.entries.size < y.entries.size);
  }
  const [forward, backward] = ORDER[operator]!;
  for (const [self, other, method] of [
    [a, b, forward],
    [b, a, backward],
  ] as const) {
    const found = self instanceof PyObject && !(self instanceof PyClass) ? classOf(self).find(method) : undefined;
    if (found === undefined) continue;
    const value = yield* py.call(found, [self, other]);
    if (value !== NOT_IMPLEMENTED) return yield* truth(py, value);
  }
  throw py.error('TypeError', `'${operator}' not supported between instances of '${py.typeName(a)}' and '${py.typeName(b)}'`);
}

const canIterate = (value: Value): boolean => value instanceof PyObject;

/** `item in container`. */
export function* contains(py: Interpreter, container: Value, item: Value): Routine<boolean> {
  if (typeof container === 'string') {
    if (typeof item !== 'string') throw py.error('TypeError', `'in <string>' requires string as left operand, not ${py.typeName(item)}`);
    return container.includes(item);
  }
  if (container instanceof PyDict || container instanceof PySet) return container.entries.has(yield* hashOf(py, item));
  if (container instanceof PyBytes)
    return item instanceof PyBytes ? container.data.includes(item.data) : container.data.includes(String.fromCharCode(Number(item)));
  if (container instanceof PyRange && typeof item === 'bigint') {
    const offset = item - container.start;
    return offset % container.step === 0n && offset / container.step >= 0n && offset / container.step < BigInt(container.length);
  }
  if (container instanceof PyObject && container.cls.find('__contains__') !== undefined)
    return yield* truth(py, yield* py.callMethod(container, '__contains__', [item]));
  if (!canIterate(container))
    throw py.error('TypeError', `argument of type '${py.typeName(container)}' is not ${py.atLeast(14) ? 'a container or ' : ''}iterable`);
  const next = yield* iteratorOf(py, container);
  for (let each = yield* next(); each !== undefined; each = yield* next()) {
    if (yield* equals(py, each, item)) return true;
    yield* py.tick();
  }
  return false;
}

/** `a operator b` for comparisons. */
export function* compare(py: Interpreter, operator: string, a: Value, b: Value): Routine<boolean> {
  switch (operator) {
    case '==':
      return yield* equals(py, a, b);
    case '!=':
      return !(yield* equals(py, a, b));
    case 'is':
      return a === b;
    case 'is not':
      return a !== b;
    case 'in':
      return yield* contains(py, b, a);
    case 'not in':
      return !(yield* contains(py, b, a));
    default:
      return yield* ordered(py, operator, a, b);
  }
}
