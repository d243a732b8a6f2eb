import type { Routine } from '../coroutine/index.ts';
import type { Interpreter } from './interpreter.ts';
import { wholeNumber } from './natives.ts';
import { quoted } from './text.ts';
import { PyBytes, PyObject, type Value } from './values.ts';

/** int(value, base). Throws ValueError and TypeError. */
export function* numberFrom(py: Interpreter, value: Value, base: Value | undefined): Routine<Value> {
  if (typeof value === 'string' || value instanceof PyBytes) {
    const source = typeof value === 'string' ? value : value.data;
    const radix = base === undefined ? 10 : Number(base);
    const text = source
      .trim()
      .replace(/(?<=\w)_(?=\w)/g, '')
      .toLowerCase();
    const [, sign = '', prefix, digits = ''] = /^([-+]?)(0[xob])?([0-9a-z]+)$/.exec(text) ?? [];
    const from = prefix === undefined ? radix : { '0x': 16, '0o': 8, '0b': 2 }[prefix as '0x'];
    const body = prefix !== undefined && radix !== from && radix !== 0 ? undefined : digits;
    const used = radix === 0 && prefix === undefined ? 10 : from;
    if (body === undefined || body === '' || body.length > 4300 || [...body].some((c) => Number.isNaN(Number.parseInt(c, used))))
      throw py.error('ValueError', `invalid literal for int() with base ${radix}: ${quoted(source)}`);
    let out = 0n;
    if (used === 10) out = BigInt(body);
    else for (const c of body) out = out * BigInt(used) + BigInt(Number.parseInt(c, used));
    return sign === '-' ? -out : out;
  }
  if (typeof value === 'number') {
    if (Number.isNaN(value)) throw py.error('ValueError', 'cannot convert float NaN to integer');
    if (!Number.isFinite(value)) throw py.error('OverflowError', 'cannot convert float infinity to integer');
    return BigInt(Math.trunc(value));
  }
  if (value instanceof PyObject) {
    for (const name of ['__int__', '__index__']) if (value.cls.find(name) !== undefined) return yield* py.callMethod(value, name, []);
    throw py.error('TypeError', `int() argument must be a string, a bytes-like object or a real number, not '${py.typeName(value)}'`);
  }
  if (value === null) throw py.error('TypeError', "int() argument must be a string, a bytes-like object or a real number, not 'NoneType'");
  return wholeNumber(py, value);
}

/** `//` of whole numbers: rounded down, not towards zero. */
export const floorDivide = (a: bigint, b: bigint): bigint => {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
};
/** `%` of whole numbers: with the sign of the divisor. */
export const modulo = (a: bigint, b: bigint): bigint => {
  const rest = a % b;
  return rest !== 0n && rest < 0n !== b < 0n ? rest + b : rest;
};

/** hex(), oct() and bin(). */
export const prefixed = (value: bigint, base: number, prefix: string): string =>
  `${value < 0n ? '-' : ''}${prefix}${(value < 0n ? -value : value).toString(base)}`;

/** round(): halves go to the even neighbour. */
export function rounded(py: Interpreter, value: Value, digits: Value | undefined): Value | Routine<Value> {
  if (value instanceof PyObject) return py.callMethod(value, '__round__', digits === undefined ? [] : [digits]);
  const places = digits === undefined || digits === null ? undefined : Number(wholeNumber(py, digits));
  if (typeof value !== 'number') {
    const number = wholeNumber(py, value);
    if (places === undefined || places >= 0) return number;
    const unit = 10n ** BigInt(Math.min(400, -places));
    const down = floorDivide(number, unit) * unit;
    const rest = (number - down) * 2n;
    return rest > unit || (rest === unit && (down / unit) % 2n !== 0n) ? down + unit : down;
  }
  if (places === undefined) {
    if (!Number.isFinite(value))
      throw Number.isNaN(value)
        ? py.error('ValueError', 'cannot convert float NaN to integer')
        : py.error('OverflowError', 'cannot convert float infinity to integer');
    const floor = Math.floor(value);
    const up = value - floor > 0.5 || (value - floor === 0.5 && floor % 2 !== 0);
    return BigInt(up ? floor + 1 : floor);
  }
  if (!Number.isFinite(value) || Math.abs(value) >= 1e21) return value;
  if (places < 0) return Math.round(value / 10 ** -places) * 10 ** -places;
  return Number(value.toFixed(Math.min(100, places)));
}
