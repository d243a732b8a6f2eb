import { civilFrom, DAYS, MONTHS, utcSeconds } from '../busybox/dates/index.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** A time as HTTP writes it (RFC 9110 section 5.6.7): `Thu, 01 Jan 2026 00:00:00 GMT`. Seconds since the epoch. */
export function httpDate(seconds: number): string {
  const c = civilFrom(seconds);
  const clock = [c.hour, c.minute, c.second].map(two).join(':');
  return `${DAYS[c.weekday]!.slice(0, 3)}, ${two(c.day)} ${MONTHS[c.month]!.slice(0, 3)} ${c.year} ${clock} GMT`;
}

/** Seconds since the epoch of a time as HTTP writes it; undefined for anything else. */
export function parseHttpDate(text: string): number | undefined {
  const [, day, name, year, hour, minute, second] = /^\w{3}, (\d{2}) (\w{3}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) GMT$/.exec(text) ?? [];
  const month = MONTHS.findIndex((each) => each.slice(0, 3) === name);
  if (day === undefined || month < 0) return undefined;
  return utcSeconds({ year: +year!, month, day: +day, hour: +hour!, minute: +minute!, second: +second! });
}
