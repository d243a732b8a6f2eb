import type { Parsed } from './numbers.ts';
import { quote } from './quote.ts';

const units: Readonly<Record<string, bigint>> = {
  ns: 1n,
  us: 1_000n,
  µs: 1_000n,
  μs: 1_000n,
  ms: 1_000_000n,
  s: 1_000_000_000n,
  m: 60_000_000_000n,
  h: 3_600_000_000_000n,
};
const limit = 1n << 63n;

/** Go's time.ParseDuration. The value is in nanoseconds; beyond 104 days it is rounded to what a number holds. */
export function parseDuration(text: string): Parsed<number> {
  const invalid: Parsed<number> = { ok: false, error: `time: invalid duration ${quote(text)}` };
  const sign = /^[+-]/.exec(text)?.[0] ?? '';
  let rest = text.slice(sign.length);
  if (rest === '0') return { ok: true, value: 0 };
  if (rest === '') return invalid;
  let total = 0n;
  while (rest !== '') {
    const match = /^([0-9]*)(?:\.([0-9]*))?/.exec(rest)!;
    const whole = match[1]!;
    const fraction = match[2] ?? '';
    if (whole === '' && fraction === '') return invalid;
    rest = rest.slice(match[0].length);
    const name = /^[^.0-9]*/.exec(rest)![0];
    if (name === '') return { ok: false, error: `time: missing unit in duration ${quote(text)}` };
    rest = rest.slice(name.length);
    const unit = Object.hasOwn(units, name) ? units[name] : undefined;
    if (unit === undefined) return { ok: false, error: `time: unknown unit ${quote(name)} in duration ${quote(text)}` };
    if (whole.length > 20) return invalid;
    const digits = fraction.slice(0, 18);
    total += BigInt(whole === '' ? '0' : whole) * unit;
    if (digits !== '') total += (BigInt(digits) * unit) / 10n ** BigInt(digits.length);
    if (total > limit) return invalid;
  }
  if (sign === '-') return { ok: true, value: Number(-total) };
  return total > limit - 1n ? invalid : { ok: true, value: Number(total) };
}
