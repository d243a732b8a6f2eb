import { civilFrom } from '../busybox/dates/index.ts';

const two = (n: number): string => String(n).padStart(2, '0');

/** UTC as dpkg's and apt's logs have it: `2026-11-21 09:38:48`. `gap` is what stands between day and hour. */
export function logTime(seconds: number, gap = ' '): string {
  const { year, month, day, hour, minute, second } = civilFrom(seconds);
  return `${year}-${two(month + 1)}-${two(day)}${gap}${two(hour)}:${two(minute)}:${two(second)}`;
}
