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
