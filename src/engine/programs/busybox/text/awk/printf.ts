import { formatFloat, formatInteger, formatString, readConversion, toInt32 } from '../c-format.ts';
import { AwkError, MESSAGES } from './source-error.ts';
import { isNumeric, toNumber, type Value } from './value.ts';

/** The longest text one printf makes. */
const MAX_TEXT = 64 * 1024 * 1024;

/** printf: `next` gives the arguments in order, undefined when there are no more. */
export function awkPrintf(format: string, next: () => Value, text: (value: Value) => string): string {
  let out = '';
  let at = 0;
  for (;;) {
    const percent = format.indexOf('%', at);
    if (percent < 0) return out + format.slice(at);
    out += format.slice(at, percent);
    if (format[percent + 1] === '%') {
      out += '%';
      at = percent + 2;
      continue;
    }
    let end = percent + 1;
    while (end < format.length && !/[A-Za-z]/.test(format[end]!)) {
      if (format[end] === '*') throw new AwkError('%*x formats are not supported');
      end++;
    }
    if (end >= format.length) return out + format.slice(percent).replace(/%[-+ #0-9.]*%/g, '%');
    const value = next();
    out += convert(format.slice(percent, end + 1), value, text);
    if (out.length > MAX_TEXT) throw new AwkError('out of memory');
    at = end + 1;
  }
}

function convert(spec: string, value: Value, text: (value: Value) => string): string {
  const percent = spec.lastIndexOf('%');
  if (percent > 0) return spec.slice(0, percent).replace(/%[-+ #0-9.]*%/g, '%') + convert(spec.slice(percent), value, text);
  const letter = spec.at(-1)!;
  if (!'csdiouxXeEfFgGaA'.includes(letter)) throw new AwkError(MESSAGES.invalidFormat);
  const conversion = readConversion(spec);
  if (conversion === undefined) throw new AwkError(MESSAGES.invalidFormat);
  if (letter === 's') return formatString(text(value), conversion);
  if (letter === 'c') {
    const char = isNumeric(value) ? String.fromCharCode(Number(BigInt.asUintN(8, toInt32(toNumber(value))))) : (text(value)[0] ?? '\0');
    return formatString(char, { ...conversion, precision: -1 });
  }
  const number = toNumber(value);
  return 'diouxX'.includes(letter) ? formatInteger(toInt32(number), conversion, 32) : formatFloat(number, conversion);
}
