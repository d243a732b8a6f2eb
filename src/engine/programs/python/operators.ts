import type { Routine } from '../coroutine/index.ts';
import { formatPercent } from './format-percent.ts';
import { hashOf } from './hash.ts';
import type { Interpreter } from './interpreter.ts';
import { iteratorOf } from './iterate.ts';
import { classOf, NOT_IMPLEMENTED, PyBytes, PyClass, PyDict, PyList, PyObject, PyRange, PySet, PyTuple, type Value } from './values.ts';

/** Whether a value counts as true. */
export function* truth(py: Interpreter, value: Value): Routine<boolean> {
  switch (typeof value) {
    case 'boolean':
      return value;
    case 'bigint':
      return value !== 0n;
    case 'number':
      return value !== 0;
    case 'string':
      return value !== '';
    default:
  }
  if (value === null) return false;
  if (value instanceof PyList || value instanceof PyTuple) return value.items.length > 0;
  if (value instanceof PyDict || value instanceof PySet) return value.entries.size > 0;
  if (value instanceof PyBytes) return value.data !== '';
  if (value instanceof PyRange) return value.length > 0;
  if (value instanceof PyClass) return true;
  if (value.cls.find('__bool__') !== undefined) return (yield* py.callMethod(value, '__bool__', [])) === true;
  if (value.cls.find('__len__') !== undefined) return (yield* py.callMethod(value, '__len__', [])) !== 0n;
  return true;
}

type Num = bigint | number;
const isNumber = (value: Value): value is Num | boolean =>
  typeof value === 'bigint' || typeof value === 'number' || typeof value === 'boolean';
const plain = (value: Num | boolean): Num => (typeof value === 'boolean' ? (value ? 1n : 0n) : value);
/** Most bits of a whole number. */
const MAX_BITS = 4_000_000n;

export const floorDivide = (a: bigint, b: bigint): bigint => {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
};
export const modulo = (a: bigint, b: bigint): bigint => {
  const rest = a % b;
  return rest !== 0n && rest < 0n !== b < 0n ? rest + b : rest;
};

const bits = (value: bigint): bigint => BigInt(value.toString(16).length * 4);

function arithmetic(py: Interpreter, operator: string, a: Num, b: Num): Value | undefined {
  if (typeof a === 'bigint' && typeof b === 'bigint') return whole(py, operator, a, b);
  const [x, y] = [Number(a), Number(b)];
  const nonzero = (message: string): void => {
    if (y === 0) throw py.error('ZeroDivisionError', message);
  };
  switch (operator) {
    case '+':
      return x + y;
    case '-':
      return x - y;
    case '*':
      return x * y;
    case '/':
      nonzero(py.atLeast(14) ? 'division by zero' : 'float division by zero');
      return x / y;
    case '//':
      nonzero(py.atLeast(9) ? 'float floor division by zero' : 'float divmod()');
      return Math.floor(x / y);
    case '%': {
      nonzero(py.atLeast(11) ? 'float modulo by zero' : 'float modulo');
      const rest = x % y;
      return rest !== 0 && rest < 0 !== y < 0 ? rest + y : rest;
    }
    case '**':
      if (x === 0 && y < 0) throw py.error('ZeroDivisionError', '0.0 cannot be raised to a negative power');
      return x ** y;
    default:
      return undefined;
  }
}

function whole(py: Interpreter, operator: string, a: bigint, b: bigint): Value | undefined {
  const nonzero = (message: string): void => {
    if (b === 0n) throw py.error('ZeroDivisionError', message);
  };
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      if (bits(a) + bits(b) > MAX_BITS) throw py.error('MemoryError');
      return a * b;
    case '/':
      nonzero('division by zero');
      return Number(a) / Number(b);
    case '//':
      nonzero(py.atLeast(11) ? 'integer division or modulo by zero' : 'integer division or modulo by zero');
      return floorDivide(a, b);
    case '%':
      nonzero(py.atLeast(11) ? 'integer modulo by zero' : 'integer division or modulo by zero');
      return modulo(a, b);
    case '**':
      if (b < 0n) return Number(a) ** Number(b);
      if (bits(a < 0n ? -a : a) * b > MAX_BITS) throw py.error('MemoryError');
      return a ** b;
    case '&':
      return a & b;
    case '|':
      return a | b;
    case '^':
      return a ^ b;
    case '<<':
      if (b < 0n) throw py.error('ValueError', 'negative shift count');
      if (b > MAX_BITS) throw py.error('MemoryError');
      return a << b;
    case '>>':
      if (b < 0n) throw py.error('ValueError', 'negative shift count');
      return a >> b;
    default:
      return undefined;
  }
}

const NAMES: Readonly<Record<string, string>> = {
  '+': 'add',
  '-': 'sub',
  '*': 'mul',
  '/': 'truediv',
  '//': 'floordiv',
  '%': 'mod',
  '**': 'pow',
  '&': 'and',
  '|': 'or',
  '^': 'xor',
  '<<': 'lshift',
  '>>': 'rshift',
  '@': 'matmul',
};

/** `a operator b`; `inPlace` for augmented assignment. */
export function* binary(py: Interpreter, operator: string, a: Value, b: Value, inPlace = false): Routine<Value> {
  if (isNumber(a) && isNumber(b)) {
    if (typeof a === 'boolean' && typeof b === 'boolean' && '&|^'.includes(operator))
      return operator === '&' ? a && b : operator === '|' ? a || b : a !== b;
    const value = arithmetic(py, operator, plain(a), plain(b));
    if (value !== undefined) return value;
  } else {
    const value = yield* sequences(py, operator, a, b, inPlace);
    if (value !== undefined) return value;
  }
  const name = NAMES[operator]!;
  for (const [self, other, method] of [
    [a, b, inPlace ? `__i${name}__` : ''],
    [a, b, `__${name}__`],
    [b, a, `__r${name}__`],
  ] as const) {
    const found = method === '' || !(self instanceof PyObject) ? undefined : self.cls.find(method);
    if (found === undefined) continue;
    const value = yield* py.call(found, [self, other]);
    if (value !== NOT_IMPLEMENTED) return value;
  }
  if (operator === '+' && typeof a === 'string') throw py.error('TypeError', `can only concatenate str (not "${py.typeName(b)}") to str`);
  if (operator === '+' && a instanceof PyList) throw py.error('TypeError', `can only concatenate list (not "${py.typeName(b)}") to list`);
  if (operator === '*' && (typeof a === 'string' || a instanceof PyList))
    throw py.error('TypeError', `can't multiply sequence by non-int of type '${py.typeName(b)}'`);
  throw py.error(
    'TypeError',
    `unsupported operand type(s) for ${operator}${inPlace ? '=' : ''}${operator === '**' && !inPlace ? ' or pow()' : ''}: '${py.typeName(a)}' and '${py.typeName(b)}'`,
  );
}

function* sequences(py: Interpreter, operator: string, a: Value, b: Value, inPlace: boolean): Routine<Value | undefined> {
  if (operator === '+') {
    if (typeof a === 'string' && typeof b === 'string') {
      py.checkText(a.length + b.length);
      return a + b;
    }
    if (a instanceof PyList && inPlace) {
      const next = yield* iteratorOf(py, b);
      for (let item = yield* next(); item !== undefined; item = yield* next()) {
        a.items.push(item);
        py.grow(a.items.length);
        yield* py.tick();
      }
      return a;
    }
    if (a instanceof PyList && b instanceof PyList) {
      py.grow(a.items.length + b.items.length);
      return new PyList([...a.items, ...b.items]);
    }
    if (a instanceof PyTuple && b instanceof PyTuple) return new PyTuple([...a.items, ...b.items]);
    if (a instanceof PyBytes && b instanceof PyBytes) return new PyBytes(a.data + b.data);
  }
  if (operator === '%' && typeof a === 'string') return yield* formatPercent(py, a, b);
  if (operator === '*') {
    const [sequence, count] = typeof a === 'bigint' || typeof a === 'boolean' ? [b, a] : [a, b];
    if (typeof count === 'bigint' || typeof count === 'boolean') {
      const times = Math.max(0, Number(count));
      if (typeof sequence === 'string') {
        py.checkText(sequence.length * times);
        return sequence.repeat(times);
      }
      if (sequence instanceof PyBytes) {
        py.checkText(sequence.data.length * times);
        return new PyBytes(sequence.data.repeat(times));
      }
      if (sequence instanceof PyList || sequence instanceof PyTuple) {
        py.grow(sequence.items.length * times);
        const items: Value[] = [];
        for (let i = 0; i < times; i++) items.push(...sequence.items);
        return sequence instanceof PyList ? new PyList(items) : new PyTuple(items);
      }
    }
  }
  if (a instanceof PySet && b instanceof PySet && '&|-^'.includes(operator)) {
    const out = new PySet(a.cls);
    for (const [hash, value] of a.entries) if (operator === '|' || (operator === '&') === b.entries.has(hash)) out.entries.set(hash, value);
    if (operator === '|' || operator === '^')
      for (const [hash, value] of b.entries)
        if (operator === '|' ? !out.entries.has(hash) : !a.entries.has(hash)) out.entries.set(hash, value);
    return out;
  }
  if (a instanceof PyDict && b instanceof PyDict && operator === '|') {
    const out = inPlace ? a : new PyDict();
    for (const [hash, [key, value]] of [...a.entries, ...b.entries]) out.entries.set(hash, [key, value]);
    return out;
  }
  return undefined;
}

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
