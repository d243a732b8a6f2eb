import { civilFrom, MONTHS } from '../busybox/dates/index.ts';

const two = (value: number): string => String(value).padStart(2, '0');
const clock = (c: { hour: number; minute: number; second: number }): string => `${two(c.hour)}:${two(c.minute)}:${two(c.second)}`;

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
