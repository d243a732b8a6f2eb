/** A conversion of a printf format: `%-08.3f` has flags `-0`, width 8, precision 3, letter f. */
export interface Conversion {
  readonly flags: string;
  readonly width: number;
  /** -1 when not given. */
  readonly precision: number;
  readonly letter: string;
}

/** Widest field and longest fraction: beyond it the result would not fit anywhere. */
const MAX_WIDTH = 1_000_000;

/** Reads a conversion, `%` and length letters (h, l, j, z, t, L, q) included; undefined when it is none. */
export function readConversion(text: string): Conversion | undefined {
  const match = /^%([-+ #0']*)([0-9]*)(?:\.([0-9]*))?[hlLjztq]*([A-Za-z])$/.exec(text);
  if (match === null) return undefined;
  const limit = (digits: string | undefined, otherwise: number): number =>
    digits === undefined ? otherwise : Math.min(MAX_WIDTH, Number(digits === '' ? '0' : digits));
  return { flags: match[1]!, width: limit(match[2], 0), precision: limit(match[3], -1), letter: match[4]! };
}

function pad(body: string, prefix: string, { flags, width }: Conversion, zeros: boolean): string {
  const missing = width - body.length - prefix.length;
  if (missing <= 0) return prefix + body;
  if (flags.includes('-')) return prefix + body + ' '.repeat(missing);
  return zeros ? prefix + '0'.repeat(missing) + body : ' '.repeat(missing) + prefix + body;
}

export const formatString = (text: string, conversion: Conversion): string =>
  pad(conversion.precision >= 0 ? text.slice(0, conversion.precision) : text, '', conversion, false);

const signOf = (negative: boolean, flags: string): string => (negative ? '-' : flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '');

/** d, i, o, u, x and X of a 64-bit (or, with `bits` 32, 32-bit) integer. */
export function formatInteger(number: bigint, conversion: Conversion, bits = 64): string {
  const { letter, flags, precision } = conversion;
  const signed = letter === 'd' || letter === 'i';
  const value = signed ? BigInt.asIntN(bits, number) : BigInt.asUintN(bits, number);
  const magnitude = value < 0n ? -value : value;
  const radix = letter === 'o' ? 8 : letter === 'x' || letter === 'X' ? 16 : 10;
  let digits = precision === 0 && magnitude === 0n ? '' : magnitude.toString(radix);
  digits = digits.padStart(precision, '0');
  let prefix = signed ? signOf(value < 0n, flags) : '';
  if (flags.includes('#') && radix === 8 && !digits.startsWith('0')) digits = `0${digits}`;
  if (flags.includes('#') && radix === 16 && magnitude !== 0n) prefix = '0x';
  const text = pad(digits, prefix, conversion, flags.includes('0') && precision < 0);
  return letter === 'X' ? text.toUpperCase() : text;
}

/** `value` × 10^`power`, rounded to the nearest integer, ties to even; exact. `value` is finite and not negative. */
function scaled(value: number, power: number): bigint {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const raw = Number(bits >> 52n) & 0x7ff;
  const fraction = bits & 0xf_ffff_ffff_ffffn;
  const mantissa = raw === 0 ? fraction : fraction | 0x10_0000_0000_0000n;
  const exponent = (raw === 0 ? 1 : raw) - 1075;
  let above = mantissa;
  let below = 1n;
  if (power >= 0) above *= 10n ** BigInt(power);
  else below *= 10n ** BigInt(-power);
  if (exponent >= 0) above <<= BigInt(exponent);
  else below <<= BigInt(-exponent);
  const quotient = above / below;
  const rest = (above % below) * 2n;
  return rest > below || (rest === below && (quotient & 1n) === 1n) ? quotient + 1n : quotient;
}

function fixed(value: number, precision: number): string {
  const digits = scaled(value, precision)
    .toString()
    .padStart(precision + 1, '0');
  return precision === 0 ? digits : `${digits.slice(0, -precision)}.${digits.slice(-precision)}`;
}

/** The decimal digits of `value` to `precision` places after the first, and its exponent. */
function exponential(value: number, precision: number): { digits: string; exponent: number } {
  if (value === 0) return { digits: '0'.repeat(precision + 1), exponent: 0 };
  let exponent = Number(value.toExponential().split('e')[1]);
  let digits = scaled(value, precision - exponent).toString();
  if (digits.length !== precision + 1) {
    exponent += digits.length - (precision + 1);
    digits = scaled(value, precision - exponent).toString();
    if (digits.length > precision + 1) {
      exponent++;
      digits = digits.slice(0, -1);
    }
  }
  return { digits, exponent };
}

const point = (digits: string, keep: boolean): string =>
  digits.length > 1 ? `${digits[0]}.${digits.slice(1)}` : keep ? `${digits}.` : digits;
const power = (exponent: number): string => `e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;

/** The digits of %g: trailing zeros go unless `#` keeps them. */
function general(value: number, precision: number, keep: boolean): string {
  const places = precision === 0 ? 1 : precision;
  const { digits, exponent } = exponential(value, places - 1);
  const trim = (text: string): string => (keep || !text.includes('.') ? text : text.replace(/\.?0+$/, ''));
  if (exponent < -4 || exponent >= places) return trim(point(digits, keep)) + power(exponent);
  const text = fixed(value, Math.max(0, places - 1 - exponent));
  return trim(keep && !text.includes('.') ? `${text}.` : text);
}

/** %a: hexadecimal. */
function hexadecimal(value: number, precision: number): string {
  if (value === 0) return `0x0${precision > 0 ? `.${'0'.repeat(precision)}` : ''}p+0`;
  let exponent = Math.floor(Math.log2(value));
  while (2 ** exponent > value) exponent--;
  while (2 ** (exponent + 1) <= value) exponent++;
  if (exponent < -1022) exponent = -1022;
  const mantissa = value / 2 ** exponent;
  let digits = BigInt(Math.round(mantissa * 2 ** 52));
  let places = 13;
  if (precision >= 0 && precision < 13) {
    const shift = BigInt(4 * (13 - precision));
    const half = 1n << (shift - 1n);
    const rest = digits & ((1n << shift) - 1n);
    digits >>= shift;
    if (rest > half || (rest === half && (digits & 1n) === 1n)) digits++;
    places = precision;
  }
  let text = digits.toString(16).padStart(places + 1, '0');
  let fraction = text.slice(text.length - places);
  text = text.slice(0, text.length - places);
  if (precision < 0) fraction = fraction.replace(/0+$/, '');
  else fraction = fraction.padEnd(precision, '0');
  return `0x${text}${fraction === '' ? '' : `.${fraction}`}p${exponent < 0 ? '-' : '+'}${Math.abs(exponent)}`;
}

/** e, E, f, F, g, G, a and A of a double, rounded as C does (exactly, ties to even). */
export function formatFloat(number: number, conversion: Conversion): string {
  const { letter, flags } = conversion;
  const negative = number < 0 || Object.is(number, -0);
  const value = Math.abs(number);
  const sign = signOf(negative, flags);
  let body: string;
  if (!Number.isFinite(value)) {
    const name = pad(Number.isNaN(value) ? 'nan' : 'inf', Number.isNaN(value) ? signOf(false, flags) : sign, conversion, false);
    return letter >= 'a' ? name : name.toUpperCase();
  }
  const precision = conversion.precision < 0 ? 6 : conversion.precision;
  const keep = flags.includes('#');
  switch (letter.toLowerCase()) {
    case 'f':
      body = fixed(value, precision);
      if (keep && precision === 0) body += '.';
      break;
    case 'e': {
      const { digits, exponent } = exponential(value, precision);
      body = point(digits, keep) + power(exponent);
      break;
    }
    case 'a':
      body = hexadecimal(value, conversion.precision);
      break;
    default:
      body = general(value, precision, keep);
  }
  const text = pad(body, sign, conversion, flags.includes('0'));
  return letter >= 'a' ? text : text.toUpperCase();
}

/** A double as C's (int) makes it: cut to a whole number; anything beyond 32 bits is the smallest one. */
export function toInt32(number: number): bigint {
  const whole = Math.trunc(number);
  return whole >= -2_147_483_648 && whole <= 2_147_483_647 ? BigInt(whole) : -2_147_483_648n;
}
