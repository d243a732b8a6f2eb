/** How a printf conversion is to look (C's printf). `precision` undefined: not given. */
export interface NumberFormat {
  readonly flags: string;
  readonly width: number;
  readonly precision: number | undefined;
}

/** Most characters that a width or precision may ask for. */
export const MAX_WIDTH = 1_000_000;

/** Pads to the width: right-aligned, or left-aligned with `-`. */
export function pad(text: string, { flags, width }: NumberFormat): string {
  return flags.includes('-') ? text.padEnd(width) : text.padStart(width);
}

/** A whole number: `conversion` is one of d i u o x X. Unsigned ones see the 64-bit pattern. */
export function formatInteger(value: bigint, conversion: string, format: NumberFormat): string {
  const { flags, precision } = format;
  const signed = conversion === 'd' || conversion === 'i';
  const negative = signed && value < 0n;
  const magnitude = signed ? (negative ? -value : value) : BigInt.asUintN(64, value);
  const base = conversion === 'o' ? 8 : conversion === 'x' || conversion === 'X' ? 16 : 10;
  let digits = magnitude === 0n && precision === 0 ? '' : magnitude.toString(base);
  if (precision !== undefined) digits = digits.padStart(precision, '0');
  if (flags.includes('#')) {
    if (conversion === 'o' && !digits.startsWith('0')) digits = `0${digits}`;
  }
  const prefix = flags.includes('#') && base === 16 && magnitude !== 0n ? '0x' : '';
  const sign = negative ? '-' : signed ? plus(flags) : '';
  const text = finish(sign + prefix, digits, format, precision === undefined);
  return conversion === 'X' ? text.toUpperCase() : text;
}

const plus = (flags: string): string => (flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '');

function finish(head: string, digits: string, format: NumberFormat, mayFill: boolean): string {
  const { flags, width } = format;
  if (mayFill && flags.includes('0') && !flags.includes('-')) return head + digits.padStart(width - head.length, '0');
  return pad(head + digits, format);
}

/** A floating point number: `conversion` is one of f F e E g G. Rounds half to even on the exact value, as glibc does. */
export function formatFloat(value: number, conversion: string, format: NumberFormat): string {
  const lower = conversion.toLowerCase();
  const negative = value < 0 || Object.is(value, -0);
  const sign = negative ? '-' : plus(format.flags);
  const magnitude = Math.abs(value);
  if (!Number.isFinite(value)) {
    const text = pad((Number.isNaN(value) ? plus(format.flags) : sign) + (Number.isNaN(value) ? 'nan' : 'inf'), format);
    return conversion === lower ? text : text.toUpperCase();
  }
  const precision = Math.min(format.precision ?? 6, MAX_WIDTH);
  const alternate = format.flags.includes('#');
  let digits: string;
  if (lower === 'f') digits = fixed(magnitude, precision, alternate);
  else if (lower === 'e') digits = scientific(magnitude, precision, alternate);
  else digits = general(magnitude, precision === 0 ? 1 : precision, alternate);
  const text = finish(sign, digits, format, true);
  return conversion === lower ? text : text.toUpperCase();
}

/** value × 10^scale rounded half to even, exactly. */
function scaled(value: number, scale: number): bigint {
  if (value === 0) return 0n;
  let exponent = Math.max(-1074, Math.floor(Math.log2(value)) - 52);
  while (value / 2 ** exponent > 2 ** 53) exponent++;
  const mantissa = BigInt(value / 2 ** exponent);
  let numerator = mantissa;
  let denominator = 1n;
  if (exponent >= 0) numerator <<= BigInt(exponent);
  else denominator <<= BigInt(-exponent);
  if (scale >= 0) numerator *= 10n ** BigInt(scale);
  else denominator *= 10n ** BigInt(-scale);
  const whole = numerator / denominator;
  const twice = (numerator - whole * denominator) * 2n;
  return twice > denominator || (twice === denominator && whole % 2n === 1n) ? whole + 1n : whole;
}

/** Places beyond which a double's exact expansion is all zeros. */
const EXACT_PLACES = 1100;

function fixed(value: number, precision: number, alternate: boolean): string {
  const places = Math.min(precision, EXACT_PLACES);
  const digits = scaled(value, places)
    .toString()
    .padStart(places + 1, '0');
  const point = digits.length - places;
  const fraction = digits.slice(point).padEnd(precision, '0');
  return precision === 0 ? `${digits}${alternate ? '.' : ''}` : `${digits.slice(0, point)}.${fraction}`;
}

/** Digits and decimal exponent with `places` digits after the first. */
function decimal(value: number, places: number): { digits: string; exponent: number } {
  if (value === 0) return { digits: '0'.repeat(places + 1), exponent: 0 };
  let exponent = Math.floor(Math.log10(value));
  for (;;) {
    const digits = scaled(value, places - exponent).toString();
    if (digits.length === places + 1) return { digits, exponent };
    exponent += digits.length > places + 1 ? 1 : -1;
  }
}

function scientific(value: number, precision: number, alternate: boolean): string {
  const places = Math.min(precision, EXACT_PLACES);
  const { digits, exponent } = decimal(value, places);
  const fraction = digits.slice(1).padEnd(precision, '0');
  return `${digits[0]}${precision > 0 || alternate ? '.' : ''}${fraction}${power(exponent)}`;
}

const power = (exponent: number): string => `e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;

function general(value: number, precision: number, alternate: boolean): string {
  const places = Math.min(precision, EXACT_PLACES) - 1;
  const { exponent } = decimal(value, places);
  if (exponent < -4 || exponent >= precision) {
    const text = scientific(value, places, alternate);
    if (alternate) return text;
    const [mantissa, tail] = text.split('e') as [string, string];
    return `${stripZeros(mantissa)}e${tail}`;
  }
  const text = fixed(value, precision - 1 - exponent, alternate);
  return alternate ? text : stripZeros(text);
}

const stripZeros = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);
