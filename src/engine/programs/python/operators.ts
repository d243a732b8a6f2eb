import type { Routine } from '../coroutine/index.ts';
import { formatPercent } from './format-percent.ts';
import type { Interpreter } from './interpreter.ts';
import { iteratorOf } from './iterate.ts';
import { floorDivide, modulo } from './numbers.ts';
import { NOT_IMPLEMENTED, PyBytes, PyClass, PyDict, PyList, PyObject, PyRange, PySet, PyTuple, type Value } from './values.ts';

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
export const isNumber = (value: Value): value is Num | boolean =>
  typeof value === 'bigint' || typeof value === 'number' || typeof value === 'boolean';
/** A truth value counts as 0 or 1. */
export const plain = (value: Num | boolean): Num => (typeof value === 'boolean' ? (value ? 1n : 0n) : value);
/** Most bits of a whole number. */
const MAX_BITS = 4_000_000n;

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
      nonzero('integer division or modulo by zero');
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
