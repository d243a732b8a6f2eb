import type { Routine } from '../coroutine/index.ts';
import type { Interpreter } from './interpreter.ts';
import { floatText, str } from './text.ts';
import { PyClass, PyObject, type Value } from './values.ts';

interface Spec {
  readonly fill: string;
  readonly align: string;
  readonly sign: string;
  readonly alternate: boolean;
  readonly width: number;
  readonly group: string;
  readonly precision: number | undefined;
  readonly type: string;
}

const SPEC = /^(?:([\s\S])?([<>=^]))?([-+ ])?(z)?(#)?(0)?(\d+)?([,_])?(?:\.(\d+))?([a-zA-Z%])?$/u;
const MAX_WIDTH = 1_000_000;

function specOf(py: Interpreter, text: string, value: Value): Spec {
  const found = SPEC.exec(text);
  if (found === null)
    throw py.error(
      'ValueError',
      py.atLeast(10) ? `Invalid format specifier '${text}' for object of type '${py.typeName(value)}'` : 'Invalid format specifier',
    );
  const [, fill, align, sign = '-', , alternate, zero, width = '0', group = '', precision, type = ''] = found;
  if (Number(width) > MAX_WIDTH || Number(precision ?? 0) > 100)
    throw py.error('ValueError', 'strata: such a width or precision is not simulated');
  return {
    fill: fill ?? (zero !== undefined ? '0' : ' '),
    align: align ?? (zero !== undefined ? '=' : ''),
    sign,
    alternate: alternate !== undefined,
    width: Number(width),
    group,
    precision: precision === undefined ? undefined : Number(precision),
    type,
  };
}

/** Puts a sign before digits and fills up to the width. */
function padded(spec: Spec, body: string, sign: string, otherwise: string): string {
  const missing = spec.width - [...body].length - sign.length;
  if (missing <= 0) return sign + body;
  const align = spec.align === '' ? otherwise : spec.align;
  if (align === '=') return sign + spec.fill.repeat(missing) + body;
  if (align === '<') return sign + body + spec.fill.repeat(missing);
  if (align === '^') return spec.fill.repeat(Math.floor(missing / 2)) + sign + body + spec.fill.repeat(Math.ceil(missing / 2));
  return spec.fill.repeat(missing) + sign + body;
}
const grouped = (digits: string, mark: string, every = 3): string =>
  mark === '' ? digits : digits.replace(new RegExp(`\\B(?=(?:[0-9a-fA-F]{${every}})+$)`, 'g'), mark);

/** format(value, spec). */
export function* formatValue(py: Interpreter, value: Value, text: string): Routine<string> {
  if (value instanceof PyObject && !(value instanceof PyClass) && value.cls.find('__format__') !== undefined)
    return (yield* py.callMethod(value, '__format__', [text])) as string;
  if (text === '') return yield* str(py, value);
  const spec = specOf(py, text, value);
  const unknown = (): Error => py.error('ValueError', `Unknown format code '${spec.type}' for object of type '${py.typeName(value)}'`);
  if (typeof value === 'string') {
    if (spec.type !== '' && spec.type !== 's') throw unknown();
    return padded(spec, spec.precision === undefined ? value : [...value].slice(0, spec.precision).join(''), '', '<');
  }
  if (typeof value === 'bigint' || (typeof value === 'boolean' && spec.type !== '')) {
    const number = BigInt(value);
    if (/^[eEfFgG%]$/.test(spec.type)) return floating(py, spec, Number(number));
    return whole(spec, number, unknown);
  }
  if (typeof value === 'boolean') return padded(spec, value ? 'True' : 'False', '', '<');
  if (typeof value === 'number') {
    if (!/^[eEfFgGn%]?$/.test(spec.type)) throw unknown();
    return floating(py, spec, value);
  }
  throw py.error('TypeError', `unsupported format string passed to ${py.typeName(value)}.__format__`);
}

function signOf(spec: Spec, negative: boolean): string {
  return negative ? '-' : spec.sign === '-' ? '' : spec.sign;
}

function whole(spec: Spec, value: bigint, unknown: () => Error): string {
  const size = value < 0n ? -value : value;
  const bases: Readonly<Record<string, readonly [number, string]>> = {
    '': [10, ''],
    d: [10, ''],
    n: [10, ''],
    b: [2, '0b'],
    o: [8, '0o'],
    x: [16, '0x'],
    X: [16, '0X'],
  };
  if (spec.type === 'c') return padded(spec, String.fromCodePoint(Number(size)), '', '<');
  const base = bases[spec.type];
  if (base === undefined) throw unknown();
  const digits = size.toString(base[0]);
  const shown = grouped(spec.type === 'X' ? digits.toUpperCase() : digits, spec.group, base[0] === 10 ? 3 : 4);
  return padded(spec, shown, signOf(spec, value < 0n) + (spec.alternate ? base[1] : ''), '>');
}

/** `1e+02` as C prints exponents. */
const exponent = (text: string): string => text.replace(/e([-+])(\d)$/, 'e$10$2');

/** Digits of a float in a printf style: f, e or g. */
export function floatDigits(value: number, type: string, precision: number, alternate = false): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'nan' : 'inf';
  if (type === 'f') return fixed(value, precision);
  if (type === 'e') return exponent(value.toExponential(precision));
  const digits = Math.max(1, precision);
  const power = value === 0 ? 0 : Number(value.toExponential(digits - 1).split('e')[1]);
  const text = power < -4 || power >= digits ? exponent(value.toExponential(digits - 1)) : fixed(value, digits - 1 - power);
  return alternate || !text.includes('.') ? text : text.replace(/\.?0+(?=e|$)/, '');
}
/** toFixed for all sizes: from 10²¹ on it would give an exponent. */
const fixed = (value: number, precision: number): string =>
  Math.abs(value) < 1e21 ? value.toFixed(precision) : `${BigInt(value)}${precision > 0 ? `.${'0'.repeat(precision)}` : ''}`;

function floating(py: Interpreter, spec: Spec, value: number): string {
  const negative = value < 0 || Object.is(value, -0);
  const size = Math.abs(value);
  const type = spec.type.toLowerCase();
  let body: string;
  if (type === '%') body = `${fixed(size * 100, spec.precision ?? 6)}%`;
  else if (type === '' && spec.precision === undefined) body = floatText(size);
  else if (type === '') {
    body = floatDigits(size, 'g', spec.precision!);
    if (!/[.e]/.test(body) && Number.isFinite(size)) body = `${body}.0`;
  } else body = floatDigits(size, type === 'n' ? 'g' : type, spec.precision ?? 6, spec.alternate);
  if (spec.group !== '') {
    const [digits = '', ...rest] = body.split(/(?=[.e%])/);
    body = grouped(digits, spec.group) + rest.join('');
  }
  if (/[EFG]/.test(spec.type)) body = body.toUpperCase();
  py.checkText(body.length);
  return padded(spec, body, signOf(spec, negative && !Number.isNaN(value)), '>');
}
