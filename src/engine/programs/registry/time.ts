import { civilFrom } from '../busybox/dates/index.ts';

/** `2026-11-21T09:49:46.123456789Z`, nanoseconds from the microseconds that the clock has. */
export function rfc3339Seconds(seconds: number): string {
  const c = civilFrom(seconds);
  const two = (value: number): string => String(value).padStart(2, '0');
  const fraction = String(Math.floor((seconds - Math.floor(seconds)) * 1e6)).padStart(6, '0');
  return `${c.year}-${two(c.month + 1)}-${two(c.day)}T${two(c.hour)}:${two(c.minute)}:${two(c.second)}.${fraction}000Z`;
}
