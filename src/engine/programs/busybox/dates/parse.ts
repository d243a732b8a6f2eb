import type { Civil } from './civil.ts';
import { localSeconds, localTime, type Zone } from './zone.ts';

interface Parts {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

/**
 * The moment that a date text names, by busybox's parse_datestr: HH:MM, MM.DD-HH:MM, YYYY.MM.DD-HH:MM, YYYY-MM-DD HH:MM (each with
 * optional :SS), YYYY-MM-DD, @SECONDS, [[[[[CC]YY]MM]DD]hh]mm[.ss]. What the text leaves out comes from `now`, the time of day
 * being midnight. Undefined when it is no date.
 */
export function parseDate(text: string, now: number, zone: Zone): number | undefined {
  if (text.startsWith('@')) return /^@[+-]?\d+$/.test(text) ? Number(text.slice(1)) : undefined;
  const today: Civil = localTime(now, zone);
  const parts: Parts = { year: today.year, month: today.month, day: today.day, hour: 0, minute: 0, second: 0 };
  const good = text.includes(':') ? clockForm(text, parts) : text.includes('-') ? dayForm(text, parts) : digitForm(text, parts, today.year);
  return good ? localSeconds(parts, zone) : undefined;
}

function clockForm(text: string, parts: Parts): boolean {
  const n = '\\s*[+]?(\\d+)';
  const tail = '(?::\\s*(\\d+))?$';
  const forms: readonly (readonly [string, readonly (keyof Parts)[]])[] = [
    [`^${n}:${n}${tail}`, ['hour', 'minute', 'second']],
    [`^${n}\\.${n}-${n}:${n}${tail}`, ['month', 'day', 'hour', 'minute', 'second']],
    [`^${n}\\.${n}\\.${n}-${n}:${n}${tail}`, ['year', 'month', 'day', 'hour', 'minute', 'second']],
    [`^${n}-${n}-${n}\\s*${n}:${n}${tail}`, ['year', 'month', 'day', 'hour', 'minute', 'second']],
  ];
  return forms.some(([pattern, names]) => assign(new RegExp(pattern), names, text, parts));
}

function dayForm(text: string, parts: Parts): boolean {
  return assign(/^\s*(\d+)-\s*(\d+)-\s*(\d+)(?:\s+(\d+))?$/, ['year', 'month', 'day', 'hour'], text, parts);
}

function assign(pattern: RegExp, names: readonly (keyof Parts)[], text: string, parts: Parts): boolean {
  const match = pattern.exec(text);
  if (match === null) return false;
  for (const [i, name] of names.entries()) {
    const value = match[i + 1];
    if (value !== undefined) parts[name] = Number(value) - (name === 'month' ? 1 : 0);
  }
  return true;
}

function digitForm(text: string, parts: Parts, thisYear: number): boolean {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(text);
  if (match === null) return false;
  const digits = match[1]!;
  if (digits.length % 2 !== 0 || digits.length > 12) return false;
  const pairs = (digits.match(/\d\d/g) ?? []).map(Number).reverse();
  const [minute, hour, day, month, yy, cc] = pairs;
  parts.minute = minute!;
  if (hour !== undefined) parts.hour = hour;
  if (day !== undefined) parts.day = day;
  if (month !== undefined) parts.month = month - 1;
  if (yy !== undefined) parts.year = cc === undefined ? nearCentury(yy, thisYear) : cc * 100 + yy;
  parts.second = Number(match[2] ?? 0);
  return true;
}

/** A two-digit year within fifty years of this one. */
function nearCentury(yy: number, thisYear: number): number {
  const year = yy + Math.floor(thisYear / 100) * 100;
  return year < thisYear - 50 ? year + 100 : year > thisYear + 50 ? year - 100 : year;
}
