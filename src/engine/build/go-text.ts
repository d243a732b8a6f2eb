import { quote as goQuote } from '../go/index.ts';

export { goQuote };

/** `%q` of a list of strings. */
export const goQuoteList = (texts: readonly string[]): string => `[${texts.map(goQuote).join(' ')}]`;
/** `%v` of a list of strings. */
export const goList = (texts: readonly string[]): string => `[${texts.join(' ')}]`;

/** time.Duration's String of whole nanoseconds. */
export function goDuration(nanoseconds: number): string {
  if (nanoseconds === 0) return '0s';
  const sign = nanoseconds < 0 ? '-' : '';
  const n = Math.abs(nanoseconds);
  if (n < 1e3) return `${sign}${n}ns`;
  if (n < 1e6) return `${sign}${decimal(n / 1e3)}µs`;
  if (n < 1e9) return `${sign}${decimal(n / 1e6)}ms`;
  const hours = Math.floor(n / 3.6e12);
  const minutes = Math.floor((n - hours * 3.6e12) / 6e10);
  const seconds = (n - hours * 3.6e12 - minutes * 6e10) / 1e9;
  const tail = `${decimal(seconds)}s`;
  if (hours > 0) return `${sign}${hours}h${minutes}m${tail}`;
  return minutes > 0 ? `${sign}${minutes}m${tail}` : `${sign}${tail}`;
}

const decimal = (value: number): string => String(Number(value.toFixed(9)));

/** `%q` of a number: the quoted character, as fmt prints integers under that verb. */
export function goQuoteNumber(value: number): string {
  if (value === 0x27) return "'\\''";
  if (value === 0x22) return `'"'`;
  const text = value > 0x10ffff || value < 0 ? '\ufffd' : String.fromCodePoint(value);
  const inner = goQuote(text).slice(1, -1);
  return value === 0 ? "'\\x00'" : `'${inner}'`;
}
