import { type Civil, civilFrom, daysFromCivil, utcSeconds } from './civil.ts';

/** When summer time begins or ends: the `week`th `weekday` of a month (5 is the last), or a day of the year; then seconds after midnight. */
type Rule =
  | { readonly month: number; readonly week: number; readonly weekday: number; readonly time: number }
  | { readonly yearday: number; readonly leap: boolean; readonly time: number };

export interface Zone {
  readonly standard: { readonly name: string; readonly offset: number };
  readonly summer?: { readonly name: string; readonly offset: number; readonly from: Rule; readonly to: Rule };
}

const UTC: Zone = { standard: { name: 'UTC', offset: 0 } };
const NAME = '([A-Za-z]{3,}|<[A-Za-z0-9+-]{3,}>)';
const OFFSET = '([+-]?\\d{1,2}(?::\\d{1,2}(?::\\d{1,2})?)?)';
const PATTERN = new RegExp(`^${NAME}(?:${OFFSET}(?:${NAME}${OFFSET}?(?:,([^,]+),([^,]+))?)?)?`);

/** The time zone that a TZ value of POSIX form says (tzset(3)). Anything else, zone file names included, is UTC: the images hold no zone files. */
export function parseZone(tz: string | undefined): Zone {
  if (tz === undefined) return UTC;
  if (tz === '') return { standard: { name: 'Universal', offset: 0 } };
  const match = PATTERN.exec(tz.replace(/^:/, ''));
  if (match === null) return UTC;
  const [, name, offset, summerName, summerOffset, from, to] = match;
  const bare = (text: string): string => text.replace(/[<>]/g, '');
  if (offset === undefined) return { standard: { name: bare(name!), offset: 0 } };
  const standard = { name: bare(name!), offset: -seconds(offset) };
  if (summerName === undefined) return { standard };
  const begin = parseRule(from ?? 'M3.2.0');
  const end = parseRule(to ?? 'M11.1.0');
  if (begin === undefined || end === undefined) return { standard };
  const east = summerOffset === undefined ? standard.offset + 3600 : -seconds(summerOffset);
  return { standard, summer: { name: bare(summerName), offset: east, from: begin, to: end } };
}

function seconds(text: string): number {
  const sign = text.startsWith('-') ? -1 : 1;
  const [hours = 0, minutes = 0, rest = 0] = text.replace(/^[+-]/, '').split(':').map(Number);
  return sign * (hours * 3600 + minutes * 60 + rest);
}

function parseRule(text: string): Rule | undefined {
  const [day = '', at = '2'] = text.split('/');
  const time = seconds(at);
  const m = /^M(\d+)\.(\d)\.(\d)$/.exec(day);
  if (m !== null) return { month: Number(m[1]) - 1, week: Number(m[2]), weekday: Number(m[3]), time };
  const j = /^(J?)(\d+)$/.exec(day);
  return j === null ? undefined : { yearday: Number(j[2]) - (j[1] === 'J' ? 1 : 0), leap: j[1] === '', time };
}

/** Local wall-clock seconds (as if UTC) at which a rule strikes in a year. */
function strikes(rule: Rule, year: number): number {
  if ('yearday' in rule) {
    const leap = !rule.leap && rule.yearday >= 59 && daysFromCivil(year, 2, 1) - daysFromCivil(year, 0, 1) === 60 ? 1 : 0;
    return (daysFromCivil(year, 0, 1) + rule.yearday + leap) * 86_400 + rule.time;
  }
  const first = daysFromCivil(year, rule.month, 1);
  const weekday = (((first + 4) % 7) + 7) % 7;
  let day = first + ((rule.weekday - weekday + 7) % 7) + (rule.week - 1) * 7;
  while (day >= daysFromCivil(year, rule.month + 1, 1)) day -= 7;
  return day * 86_400 + rule.time;
}

function isSummer(zone: Zone, utc: number): boolean {
  const { standard, summer } = zone;
  if (summer === undefined) return false;
  const { year } = civilFrom(utc, standard.offset);
  const begin = strikes(summer.from, year) - standard.offset;
  const end = strikes(summer.to, year) - summer.offset;
  return begin < end ? utc >= begin && utc < end : utc >= begin || utc < end;
}

/** The parts of a moment in a zone (localtime(3)). */
export function localTime(utc: number, zone: Zone): Civil {
  const { name, offset } = zone.summer !== undefined && isSummer(zone, utc) ? zone.summer : zone.standard;
  return civilFrom(utc, offset, name);
}

/** The moment that local parts name (mktime(3)). */
export function localSeconds(parts: Parameters<typeof utcSeconds>[0], zone: Zone): number {
  const wall = utcSeconds(parts);
  const guess = wall - zone.standard.offset;
  return zone.summer !== undefined && isSummer(zone, wall - zone.summer.offset) ? wall - zone.summer.offset : guess;
}
