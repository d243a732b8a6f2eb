import type { Routine } from '../coroutine/index.ts';
import { get, toKey, toPrimitive, toText } from './convert.ts';
import type { Realm } from './realm.ts';
import { isCallable, JsArray, JsObject, type Value } from './values.ts';

/** `a == b`. */
export function* equal(js: Realm, a: Value, b: Value): Routine<boolean> {
  if (a === null || a === undefined || b === null || b === undefined)
    return (a === null || a === undefined) && (b === null || b === undefined);
  if (a instanceof JsObject === b instanceof JsObject && (a instanceof JsObject || typeof a === typeof b)) return a === b;
  const [x, y] = [yield* toPrimitive(js, a, 'default'), yield* toPrimitive(js, b, 'default')];
  if (typeof x === 'symbol' || typeof y === 'symbol') return x === y;
  // biome-ignore lint/suspicious/noDoubleEquals: both are primitives, for which the host's rule is the language's
  return x == y;
}

/** typeof. */
export function typeOf(value: Value): string {
  if (value === null) return 'object';
  if (value instanceof JsObject) return isCallable(value) ? 'function' : 'object';
  return typeof value;
}

/** `value instanceof cls`. */
export function* instanceOf(js: Realm, value: Value, cls: Value): Routine<boolean> {
  if (!isCallable(cls)) throw js.error('TypeError', "Right-hand side of 'instanceof' is not callable");
  const proto = yield* get(js, cls, 'prototype');
  for (let each = value instanceof JsObject ? value.proto : null; each !== null; each = each.proto) if (each === proto) return true;
  return false;
}

/** Binary operators but the logical ones. */
export function* binary(js: Realm, operator: string, a: Value, b: Value): Routine<Value> {
  switch (operator) {
    case '===':
      return a === b;
    case '!==':
      return a !== b;
    case '==':
      return yield* equal(js, a, b);
    case '!=':
      return !(yield* equal(js, a, b));
    case 'instanceof':
      return yield* instanceOf(js, a, b);
    case 'in': {
      if (!(b instanceof JsObject)) throw js.error('TypeError', `Cannot use 'in' operator to search for '${String(a)}' in ${String(b)}`);
      const key = yield* toKey(js, a);
      return b.find(key) !== undefined || (b instanceof JsArray && typeof key === 'string' && Number(key) < b.items.length);
    }
    default:
  }
  const x = yield* toPrimitive(js, a, operator === '+' ? 'default' : 'number');
  const y = yield* toPrimitive(js, b, operator === '+' ? 'default' : 'number');
  if (operator === '+' && (typeof x === 'string' || typeof y === 'string')) {
    const [left, right] = [yield* toText(js, x), yield* toText(js, y)];
    js.checkText(left.length + right.length);
    return left + right;
  }
  if (typeof x === 'symbol' || typeof y === 'symbol') throw js.error('TypeError', 'Cannot convert a Symbol value to a number');
  if (['<', '>', '<=', '>='].includes(operator)) {
    const [l, r] = [x as number, y as number];
    return operator === '<' ? l < r : operator === '>' ? l > r : operator === '<=' ? l <= r : l >= r;
  }
  if (typeof x === 'bigint' && typeof y === 'bigint') return large(js, operator, x, y);
  if (typeof x === 'bigint' || typeof y === 'bigint')
    throw js.error('TypeError', 'Cannot mix BigInt and other types, use explicit conversions');
  const [l, r] = [Number(x), Number(y)];
  switch (operator) {
    case '+':
      return l + r;
    case '-':
      return l - r;
    case '*':
      return l * r;
    case '/':
      return l / r;
    case '%':
      return l % r;
    case '**':
      return l ** r;
    case '&':
      return l & r;
    case '|':
      return l | r;
    case '^':
      return l ^ r;
    case '<<':
      return l << r;
    case '>>':
      return l >> r;
    case '>>>':
      return l >>> r;
    default:
      throw js.notSimulated(`the operator ${operator}`);
  }
}

function large(js: Realm, operator: string, a: bigint, b: bigint): bigint {
  if (b === 0n && '/%'.includes(operator)) throw js.error('RangeError', 'Division by zero');
  if ((operator === '**' && (b > 1_000_000n || a.toString(16).length * 4 * Number(b) > 4_000_000)) || (operator === '<<' && b > 4_000_000n))
    throw js.error('RangeError', 'Maximum BigInt size exceeded');
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return a / b;
    case '%':
      return a % b;
    case '**':
      return a ** b;
    case '&':
      return a & b;
    case '|':
      return a | b;
    case '^':
      return a ^ b;
    case '<<':
      return a << b;
    case '>>':
      return a >> b;
    default:
      throw js.notSimulated(`the operator ${operator} on BigInt`);
  }
}
