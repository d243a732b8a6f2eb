import { quote } from './quote.ts';

/** A number as Go's strconv reads it, or the text of its error. */
export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: string };

/** strconv.ParseBool; undefined for anything that is no boolean. */
export function parseBool(text: string): boolean | undefined {
  if (['1', 't', 'T', 'TRUE', 'true', 'True'].includes(text)) return true;
  if (['0', 'f', 'F', 'FALSE', 'false', 'False'].includes(text)) return false;
  return undefined;
}

/** strconv.ParseUint(text, base, 32); undefined for anything that is none. */
export function parseUint32(text: string, base: 8 | 10): number | undefined {
  if (!(base === 8 ? /^[0-7]+$/ : /^[0-9]+$/).test(text)) return undefined;
  const value = Number.parseInt(text, base);
  return value <= 0xffffffff ? value : undefined;
}

function parseInteger(text: string, low: number, high: number): number | 'invalid syntax' | 'value out of range' {
  if (!/^[+-]?[0-9]+$/.test(text)) return 'invalid syntax';
  const value = Number(text);
  return value < low || value > high ? 'value out of range' : value;
}

/** strconv.ParseInt(text, 10, 32) with Go's error text. */
export function parseInt32(text: string): Parsed<number> {
  const value = parseInteger(text, -0x80000000, 0x7fffffff);
  return typeof value === 'number' ? { ok: true, value } : { ok: false, error: `strconv.ParseInt: parsing ${quote(text)}: ${value}` };
}

/** strconv.Atoi: undefined when the text is no integer. Values beyond 2^53 lose precision. */
export function parseDecimal(text: string): number | undefined {
  const value = parseInteger(text, -(2 ** 63), 2 ** 63 - 1);
  return typeof value === 'number' ? value : undefined;
}
