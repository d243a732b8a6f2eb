import { civilFrom, DAYS, MONTHS, utcSeconds } from '../busybox/dates/index.ts';

const two = (value: number): string => String(value).padStart(2, '0');
const clock = (c: { hour: number; minute: number; second: number }): string => `${two(c.hour)}:${two(c.minute)}:${two(c.second)}`;

/** `Sat, 21 Nov 2026 09:49:47 GMT` (RFC 9110 section 5.6.7). */
export function httpDate(seconds: number): string {
  const c = civilFrom(seconds);
  return `${DAYS[c.weekday]!.slice(0, 3)}, ${two(c.day)} ${MONTHS[c.month]!.slice(0, 3)} ${c.year} ${clock(c)} GMT`;
}

/** Seconds since the epoch of such a date; undefined for anything else. */
export function parseHttpDate(text: string): number | undefined {
  const [, day, name, year, hour, minute, second] = /^\w{3}, (\d\d) (\w{3}) (\d{4}) (\d\d):(\d\d):(\d\d) GMT$/.exec(text.trim()) ?? [];
  const month = MONTHS.findIndex((each) => each.slice(0, 3) === name);
  if (day === undefined || month < 0) return undefined;
  return utcSeconds({ year: +year!, month, day: +day, hour: +hour!, minute: +minute!, second: +second! });
}

/** `21/Nov/2026:09:49:47 +0000`, as the common log format has it. */
export function clfDate(seconds: number): string {
  const c = civilFrom(seconds);
  return `${two(c.day)}/${MONTHS[c.month]!.slice(0, 3)}/${c.year}:${clock(c)} +0000`;
}

/** `2026/11/21 09:49:46` with any two separators. */
export function timestamp(seconds: number, dash = '/', gap = ' '): string {
  const c = civilFrom(seconds);
  return `${c.year}${dash}${two(c.month + 1)}${dash}${two(c.day)}${gap}${clock(c)}`;
}
