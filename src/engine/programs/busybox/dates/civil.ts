/** A moment in parts, as struct tm has them: `month` 0–11, `weekday` 0 for Sunday, `yearday` 0–365. `offset`: seconds east of UTC. */
export interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly weekday: number;
  readonly yearday: number;
  readonly offset: number;
  readonly zone: string;
}

const floorDiv = (a: number, b: number): number => Math.floor(a / b);

/** Days from 1970-01-01 to a date of the proleptic Gregorian calendar; months beyond 0–11 and days beyond the month carry over. */
export function daysFromCivil(year: number, month: number, day: number): number {
  const y0 = year + floorDiv(month, 12);
  const m = month - 12 * floorDiv(month, 12) + 1;
  const y = m <= 2 ? y0 - 1 : y0;
  const era = floorDiv(y, 400);
  const ofEra = y - era * 400;
  const ofYear = floorDiv(153 * (m + (m > 2 ? -3 : 9)) + 2, 5) + day - 1;
  return era * 146_097 + ofEra * 365 + floorDiv(ofEra, 4) - floorDiv(ofEra, 100) + ofYear - 719_468;
}

/** The parts of whole seconds since 1970 plus `offset`. */
export function civilFrom(seconds: number, offset = 0, zone = 'UTC'): Civil {
  const local = Math.floor(seconds) + offset;
  const days = floorDiv(local, 86_400);
  const rest = local - days * 86_400;
  const z = days + 719_468;
  const era = floorDiv(z, 146_097);
  const ofEra = z - era * 146_097;
  const yoe = floorDiv(ofEra - floorDiv(ofEra, 1460) + floorDiv(ofEra, 36_524) - floorDiv(ofEra, 146_096), 365);
  const doy = ofEra - (365 * yoe + floorDiv(yoe, 4) - floorDiv(yoe, 100));
  const mp = floorDiv(5 * doy + 2, 153);
  const day = doy - floorDiv(153 * mp + 2, 5) + 1;
  const month = mp < 10 ? mp + 2 : mp - 10;
  const year = yoe + era * 400 + (month <= 1 ? 1 : 0);
  return {
    year,
    month,
    day,
    hour: floorDiv(rest, 3600),
    minute: floorDiv(rest, 60) % 60,
    second: rest % 60,
    weekday: (((days + 4) % 7) + 7) % 7,
    yearday: days - daysFromCivil(year, 0, 1),
    offset,
    zone,
  };
}

/** Seconds since 1970 of parts taken as UTC; parts beyond their range carry over, as mktime(3) does. */
export const utcSeconds = (c: Pick<Civil, 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second'>): number =>
  daysFromCivil(c.year, c.month, 1) * 86_400 + (c.day - 1) * 86_400 + c.hour * 3600 + c.minute * 60 + c.second;
