import type { Civil } from './civil.ts';
import { MONTHS } from './format.ts';
import { localSeconds, localTime, type Zone } from './zone.ts';

interface Parts {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

/** strptime formats that parse_datestr of the recorded build tries in this order. */
const FORMATS = [
  '%R', '%T', '%m.%d-%R', '%m.%d-%T', '%Y.%m.%d-%R', '%Y.%m.%d-%T', '%b %d %T %Y', '%Y-%m-%d %R', '%Y-%m-%d %T', '%Y-%m-%d %R %z',
  '%Y-%m-%d %T %z', '%Y-%m-%d %H', '%Y-%m-%d',
] as const; // biome-ignore format: a table

/**
 * The moment that a date text names, by busybox's parse_datestr: the strptime formats above, @SECONDS, or
 * [[[[[CC]YY]MM]DD]hh]mm[.ss] (@-1 is mktime's failure, as in the original). What the text leaves out comes from `base`: now, for `date` with its time of day set to
 * midnight. Undefined when it is no date.
 */
export function parseDate(text: string, base: Civil, zone: Zone): number | undefined {
  for (const format of FORMATS) {
    const moment = matchFormat(format, text, base, zone);
    if (moment !== undefined) return moment;
  }
  if (text.startsWith('@')) return /^@\s*[+-]?\d+$/.test(text) && text !== '@-1' ? Number(text.slice(1)) : undefined;
  const parts = pick(base);
  return digitForm(text, parts, base.year) ? localSeconds(parts, zone) : undefined;
}

/** The moment that `text` names in a strptime format of the given letters; undefined when it does not match whole. */
export function matchFormat(format: string, text: string, base: Civil, zone: Zone): number | undefined {
  const parts = pick(base);
  const offset = { seconds: undefined as number | undefined };
  if (match(format, text, parts, offset) !== text.length) return undefined;
  return offset.seconds === undefined ? localSeconds(parts, zone) : localSeconds(parts, { standard: { name: '', offset: offset.seconds } });
}

/** What `date -d` takes from today when the text says only part: the day, at midnight. */
export const midnight = (now: number, zone: Zone): Civil => ({ ...localTime(now, zone), hour: 0, minute: 0, second: 0 });

const pick = ({ year, month, day, hour, minute, second }: Parts): Parts => ({ year, month, day, hour, minute, second });

/** Where in `text` a match of `format` ends; -1 when it does not match. */
function match(format: string, text: string, parts: Parts, offset: { seconds: number | undefined }): number {
  let at = 0;
  const skip = (): void => {
    while (/\s/.test(text[at] ?? '')) at++;
  };
  const number = (low: number, high: number, digits: number): number | undefined => {
    skip();
    let value = 0;
    let count = 0;
    while (count < digits && /\d/.test(text[at] ?? '') && (count === 0 || value * 10 <= high)) {
      value = value * 10 + Number(text[at++]);
      count++;
    }
    return count > 0 && value >= low && value <= high ? value : undefined;
  };
  for (let i = 0; i < format.length; i++) {
    const char = format[i]!;
    if (char === ' ') {
      skip();
      continue;
    }
    if (char !== '%') {
      if (text[at++] !== char) return -1;
      continue;
    }
    const letter = format[++i]!;
    if (letter === 'b') {
      const rest = text.slice(at).toLowerCase();
      const found = MONTHS.findIndex((name) => rest.startsWith(name.slice(0, 3).toLowerCase()));
      if (found < 0) return -1;
      parts.month = found;
      at += rest.startsWith(MONTHS[found]!.toLowerCase()) ? MONTHS[found]!.length : 3;
    } else if (letter === 'z') {
      skip();
      const zone = /^(?:Z|([+-])(\d\d):?(\d\d)?)/.exec(text.slice(at));
      if (zone === null) return -1;
      const [whole, sign, hours = '0', minutes = '0'] = zone;
      offset.seconds = (Number(hours) * 3600 + Number(minutes) * 60) * (sign === '-' ? -1 : 1);
      at += whole.length;
    } else {
      const field = (FIELDS as Readonly<Record<string, (typeof FIELDS)[keyof typeof FIELDS]>>)[letter];
      if (field === undefined) {
        const rest = COMPOSED[letter] === undefined ? -1 : match(COMPOSED[letter], text.slice(at), parts, offset);
        if (rest < 0) return -1;
        at += rest;
        continue;
      }
      const [name, low, high, digits] = field;
      const value = number(low, high, digits);
      if (value === undefined) return -1;
      parts[name] = name === 'month' ? value - 1 : value;
    }
  }
  return at;
}

const COMPOSED: Readonly<Record<string, string>> = { R: '%H:%M', T: '%H:%M:%S', F: '%Y-%m-%d', D: '%m/%d/%y', h: '%b', B: '%b' };

const FIELDS = {
  Y: ['year', 0, 9999, 4],
  m: ['month', 1, 12, 2],
  d: ['day', 1, 31, 2],
  H: ['hour', 0, 23, 2],
  M: ['minute', 0, 59, 2],
  S: ['second', 0, 61, 2],
  e: ['day', 1, 31, 2],
  k: ['hour', 0, 23, 2],
} as const;

function digitForm(text: string, parts: Parts, thisYear: number): boolean {
  const found = /^(\d+)(?:\.(\d+))?$/.exec(text);
  if (found === null) return false;
  const digits = found[1]!;
  if (digits.length % 2 !== 0 || digits.length > 12) return false;
  const pairs = (digits.match(/\d\d/g) ?? []).map(Number).reverse();
  const [minute, hour, day, month, yy, cc] = pairs;
  parts.minute = minute!;
  if (hour !== undefined) parts.hour = hour;
  if (day !== undefined) parts.day = day;
  if (month !== undefined) parts.month = month - 1;
  if (yy !== undefined) parts.year = cc === undefined ? nearCentury(yy, thisYear) : cc * 100 + yy;
  parts.second = Number(found[2] ?? 0);
  return true;
}

/** A two-digit year within fifty years of this one. */
function nearCentury(yy: number, thisYear: number): number {
  const year = yy + Math.floor(thisYear / 100) * 100;
  return year < thisYear - 50 ? year + 100 : year > thisYear + 50 ? year - 100 : year;
}
