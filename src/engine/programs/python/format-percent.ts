import type { Routine } from '../coroutine/index.ts';
import { floatDigits } from './format.ts';
import { dictGet } from './hash.ts';
import type { Interpreter } from './interpreter.ts';
import { repr, str } from './text.ts';
import { PyDict, PyTuple, type Value } from './values.ts';

const FIELD = /%(?:\((\w+)\))?([-+ #0]*)(\*|\d+)?(?:\.(\*|\d+))?[hlL]?([\s\S])?/g;

/** `text % values`. */
export function* formatPercent(py: Interpreter, text: string, values: Value): Routine<string> {
  const args = values instanceof PyTuple ? values.items : [values];
  let [out, last, used, named] = ['', 0, 0, false];
  const take = (): Value => {
    if (used >= args.length) throw py.error('TypeError', 'not enough arguments for format string');
    return args[used++]!;
  };
  for (const match of text.matchAll(FIELD)) {
    const [whole, key, flags = '', width, precision, type] = match;
    out += text.slice(last, match.index);
    last = match.index + whole.length;
    if (type === '%') {
      out += '%';
      continue;
    }
    if (type === undefined) throw py.error('ValueError', 'incomplete format');
    const columns = width === '*' ? Number(take()) : Number(width ?? 0);
    const places = precision === '*' ? Number(take()) : precision === undefined ? undefined : Number(precision);
    if (Math.abs(columns) > 1_000_000 || (places ?? 0) > 100)
      throw py.error('ValueError', 'strata: such a width or precision is not simulated');
    let value: Value;
    if (key === undefined) value = take();
    else {
      named = true;
      if (!(values instanceof PyDict)) throw py.error('TypeError', 'format requires a mapping');
      const found = yield* dictGet(py, values, key);
      if (found === undefined) throw py.error('KeyError', key);
      value = found;
    }
    const body = yield* field(py, value, type, flags, places);
    const sign = /^[-+ ]/.exec(body)?.[0] ?? '';
    if (flags.includes('-')) out += body.padEnd(columns);
    else if (flags.includes('0') && type !== 's' && type !== 'r')
      out += sign + body.slice(sign.length).padStart(columns - sign.length, '0');
    else out += body.padStart(columns);
    py.checkText(out.length);
  }
  if (!named && used < args.length && !(values instanceof PyDict))
    throw py.error('TypeError', 'not all arguments converted during string formatting');
  return out + text.slice(last);
}

function* field(py: Interpreter, value: Value, type: string, flags: string, places: number | undefined): Routine<string> {
  const cut = (text: string): string => (places === undefined ? text : text.slice(0, places));
  const signed = (negative: boolean, digits: string): string =>
    `${negative ? '-' : flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : ''}${digits}`;
  if (type === 's') return cut(yield* str(py, value));
  if (type === 'r' || type === 'a') return cut(yield* repr(py, value));
  if (type === 'c') return typeof value === 'string' ? value : String.fromCodePoint(Number(value));
  if (typeof value !== 'bigint' && typeof value !== 'number' && typeof value !== 'boolean')
    throw py.error(
      'TypeError',
      'diu'.includes(type)
        ? `%${type} format: a real number is required, not ${py.typeName(value)}`
        : `must be real number, not ${py.typeName(value)}`,
    );
  if ('diuxXo'.includes(type)) {
    if (typeof value === 'number' && 'xXo'.includes(type))
      throw py.error('TypeError', `%${type} format: an integer is required, not float`);
    const number = typeof value === 'number' ? BigInt(Math.trunc(value)) : BigInt(value);
    const size = (number < 0n ? -number : number).toString('diu'.includes(type) ? 10 : type === 'o' ? 8 : 16);
    return signed(
      number < 0n,
      `${flags.includes('#') && type !== 'd' ? (type === 'o' ? '0o' : `0${type}`) : ''}${type === 'X' ? size.toUpperCase() : size}`,
    );
  }
  if (/[eEfFgG]/.test(type)) {
    const number = Number(value);
    const digits = floatDigits(Math.abs(number), type.toLowerCase(), places ?? 6);
    return signed(number < 0 || Object.is(number, -0), /[EFG]/.test(type) ? digits.toUpperCase() : digits);
  }
  throw py.error('ValueError', `unsupported format character '${type}' (0x${type.charCodeAt(0).toString(16)}) at index 0`);
}
