/** Durations as Docker prints and reads them. Nanoseconds are bigint where exactness shows. */

const UNITS: readonly (readonly [string, bigint])[] = [
  ['h', 3_600_000_000_000n],
  ['m', 60_000_000_000n],
  ['s', 1_000_000_000n],
  ['ms', 1_000_000n],
  ['us', 1_000n],
  ['µs', 1_000n],
  ['μs', 1_000n],
  ['ns', 1n],
];

/** units.HumanDuration of a number of seconds: `Less than a second`, `About a minute`, `3 days`. Source: docker/go-units duration.go. */
export function humanDuration(seconds: number): string {
  const whole = Math.trunc(seconds);
  if (whole < 1) return 'Less than a second';
  if (whole === 1) return '1 second';
  if (whole < 60) return `${whole} seconds`;
  const minutes = Math.trunc(seconds / 60);
  if (minutes === 1) return 'About a minute';
  if (minutes < 60) return `${minutes} minutes`;
  const hours = Math.trunc(seconds / 3600 + 0.5);
  if (hours === 1) return 'About an hour';
  if (hours < 48) return `${hours} hours`;
  if (hours < 24 * 7 * 2) return `${Math.trunc(hours / 24)} days`;
  if (hours < 24 * 30 * 2) return `${Math.trunc(hours / 24 / 7)} weeks`;
  if (hours < 24 * 365 * 2) return `${Math.trunc(hours / 24 / 30)} months`;
  return `${Math.trunc(Math.trunc(seconds / 3600) / 24 / 365)} years`;
}

/** time.Duration.String(): `0s`, `1.5s`, `2m0s`, `1h30m0s`, `100ms`, `5µs`. */
export function durationString(ns: bigint): string {
  if (ns === 0n) return '0s';
  const sign = ns < 0n ? '-' : '';
  const n = ns < 0n ? -ns : ns;
  if (n < 1_000n) return `${sign}${n}ns`;
  if (n < 1_000_000n) return `${sign}${fraction(n, 3)}µs`;
  if (n < 1_000_000_000n) return `${sign}${fraction(n, 6)}ms`;
  const seconds = `${fraction(n % 60_000_000_000n, 9)}s`;
  const minutes = n / 60_000_000_000n;
  if (minutes === 0n) return sign + seconds;
  if (minutes < 60n) return `${sign}${minutes}m${seconds}`;
  return `${sign}${minutes / 60n}h${minutes % 60n}m${seconds}`;
}

function fraction(n: bigint, digits: number): string {
  const unit = 10n ** BigInt(digits);
  const rest = (n % unit).toString().padStart(digits, '0').replace(/0+$/, '');
  return rest === '' ? String(n / unit) : `${n / unit}.${rest}`;
}

/** time.ParseDuration: nanoseconds, or Go's error text as a string (`time: invalid duration "x"`). */
export function parseDuration(text: string): bigint | string {
  const quoted = `"${text}"`;
  const invalid = `time: invalid duration ${quoted}`;
  const sign = /^[-+]/.test(text) ? text[0] : '';
  let rest = sign ? text.slice(1) : text;
  if (rest === '0') return 0n;
  if (rest === '') return invalid;
  let total = 0n;
  while (rest !== '') {
    const number = /^(\d*)(?:(\.)(\d*))?/.exec(rest)!;
    const whole = number[1]!;
    const decimals = number[3] ?? '';
    if (whole === '' && decimals === '') return invalid;
    rest = rest.slice(number[0].length);
    const name = /^[^.\d]*/.exec(rest)![0];
    if (name === '') return `time: missing unit in duration ${quoted}`;
    const unit = UNITS.find(([u]) => u === name)?.[1];
    if (unit === undefined) return `time: unknown unit "${name}" in duration ${quoted}`;
    rest = rest.slice(name.length);
    total += BigInt(whole || '0') * unit + (BigInt(decimals || '0') * unit) / 10n ** BigInt(decimals.length);
    if (total > 1n << 63n) return invalid;
  }
  if (sign === '-') return -total;
  return total > (1n << 63n) - 1n ? invalid : total;
}
