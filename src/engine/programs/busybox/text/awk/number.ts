import { formatFloat, formatInteger, readConversion, toInt32 } from '../c-format.ts';
import { parseFloatPrefix } from '../c-number.ts';
import { AwkError, MESSAGES } from './source-error.ts';

/** The number at the start of a text: strtod's, but `0x1f` and `017` are hexadecimal and octal when they begin it. */
export function parseNumberPrefix(text: string): { value: number; length: number } {
  if (text[0] === '0') {
    const hex = /^0[xX][0-9a-fA-F]*/.exec(text);
    if (hex !== null) {
      const digits = hex[0].slice(2);
      return digits === '' ? { value: 0, length: 1 } : { value: Math.min(Number(`0x${digits}`), 2 ** 64), length: hex[0].length };
    }
    const octal = /^0[0-9]*/.exec(text)![0];
    if (octal.length > 1) {
      const run = /^0[0-7]*/.exec(octal)![0];
      const after = text[run.length];
      if (!(after !== undefined && (/[0-9]/.test(after) || after === '.'))) {
        return { value: Math.min(Number.parseInt(run, 8), 2 ** 64), length: run.length };
      }
    }
  }
  return parseFloatPrefix(text);
}

const CACHE = new Map<string, ReturnType<typeof readConversion>>();

/** A number as text: whole numbers in full, others by `format` (CONVFMT or OFMT). */
export function numberText(number: number, format: string): string {
  if (Number.isInteger(number) && Math.abs(number) < 2 ** 63) return Object.is(number, -0) ? '0' : BigInt(number).toString();
  const start = format.indexOf('%');
  const letter = format.at(-1) ?? '';
  if (!/[diouxXeEfFgGaA]/.test(letter)) throw new AwkError(MESSAGES.invalidFormat);
  if (start < 0) return format;
  const spec = format.slice(start);
  let conversion = CACHE.get(spec);
  if (conversion === undefined) {
    conversion = readConversion(spec);
    if (conversion === undefined) throw new AwkError(MESSAGES.invalidFormat);
    if (CACHE.size < 100) CACHE.set(spec, conversion);
  }
  if (Number.isNaN(number)) return '-nan';
  const body = /[diouxX]/.test(letter) ? formatInteger(toInt32(number), conversion, 32) : formatFloat(number, conversion);
  return format.slice(0, start) + body;
}
