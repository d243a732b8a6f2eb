import type { Run } from '../../../kernel/index.ts';
import type { Call } from '../applet.ts';
import { daysFromCivil, localTime, MONTHS, parseZone } from '../dates/index.ts';
import { unsigned } from '../numbers.ts';

const DAY_NAMES = ['Su', 'Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa'];
/** The Gregorian calendar begins on 14 September 1752, after the 2nd. */
const REFORM = { year: 1752, month: 8, last: 2, first: 14 };

/** cal [-jmy] [[MONTH] YEAR]. */
export function* cal(a: Call): Run {
  const o = a.options('jmy', { max: 2 });
  const julian = o.has('j');
  const ranged = (text: string, low: number, high: number): number => {
    const value = unsigned(text) ?? a.die(`invalid number '${text}'`);
    return value < low || value > high ? a.die(`number ${text} is not in ${low}..${high} range`) : value;
  };
  const now = localTime(a.p.now(), parseZone(a.p.env.get('TZ')));
  let year = now.year;
  let month: number | undefined = o.has('y') ? undefined : now.month;
  if (o.rest.length > 0) {
    if (o.rest.length === 2 && !o.has('y')) month = ranged(o.rest[0]!, 1, 12) - 1;
    else month = undefined;
    year = ranged(o.rest.at(-1)!, 1, 9999);
  }
  const width = julian ? 27 : 20;
  if (month !== undefined) {
    const title = `${MONTHS[month]} ${year}`;
    yield* a.line(centred(title, width));
    yield* a.line(heading(julian));
    for (const week of weeks(year, month, julian)) yield* a.line(week.trimEnd() === '' ? ' '.repeat(width + 1) : week.trimEnd());
    return 0;
  }
  const across = julian ? 2 : 3;
  yield* a.line(`${both(String(year), across * (width + 2) - 2)}\n`);
  for (let first = 0; first < 12; first += across) {
    const columns = Array.from({ length: across }, (_, i) => first + i);
    yield* a.line(columns.map((each) => both(MONTHS[each]!, width)).join('  '));
    yield* a.line(columns.map(() => heading(julian)).join('  '));
    const grids = columns.map((each) => weeks(year, each, julian));
    for (let row = 0; row < 6; row++) {
      const text = grids.map((grid) => grid[row]!.padEnd(width)).join('  ');
      yield* a.line(text.trimEnd() === '' ? ' '.repeat(79) : text.trimEnd());
    }
  }
  return 0;
}

const heading = (julian: boolean): string => DAY_NAMES.map((name) => (julian ? ` ${name}` : name)).join(' ');
const centred = (text: string, width: number): string => text.padStart(text.length + Math.max(0, Math.floor((width - text.length) / 2)));
const both = (text: string, width: number): string => centred(text, width).padEnd(width);

/** Six rows of a month. */
function weeks(year: number, month: number, julian: boolean): string[] {
  const cells: string[] = new Array(weekdayOf(year, month, 1)).fill('');
  let ofYear = 0;
  for (let before = 0; before < month; before++) ofYear += daysIn(year, before).length;
  for (const [i, day] of daysIn(year, month).entries()) cells.push(String(julian ? ofYear + i + 1 : day));
  const size = julian ? 3 : 2;
  return Array.from({ length: 6 }, (_, row) =>
    Array.from({ length: 7 }, (_unused, column) => (cells[row * 7 + column] ?? '').padStart(size)).join(' '),
  );
}

function daysIn(year: number, month: number): number[] {
  const leap =
    year < REFORM.year || (year === REFORM.year && month <= REFORM.month)
      ? year % 4 === 0
      : (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const length = month === 1 ? (leap ? 29 : 28) : [3, 5, 8, 10].includes(month) ? 30 : 31;
  const days = Array.from({ length }, (_, i) => i + 1);
  return year === REFORM.year && month === REFORM.month ? days.filter((day) => day <= REFORM.last || day >= REFORM.first) : days;
}

function weekdayOf(year: number, month: number, day: number): number {
  const old = year < REFORM.year || (year === REFORM.year && month <= REFORM.month);
  if (!old) return (((daysFromCivil(year, month, day) + 4) % 7) + 7) % 7;
  // Julian calendar: days since 1 January of year 1, a Saturday.
  let days = (year - 1) * 365 + Math.floor((year - 1) / 4);
  for (let before = 0; before < month; before++) days += daysIn(year, before).length;
  return (days + day - 1 + 6) % 7;
}
