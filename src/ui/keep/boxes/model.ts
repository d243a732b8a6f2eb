// What the list of sandboxes shows: plain rows, in order, with what can be done to each. No words but the learner's own.
import type { Aside, Box } from '../../session/storage.ts';

export interface BoxRow {
  readonly id: string;
  /** The learner's title, or the number of a sandbox without one. */
  readonly title: string;
  readonly number: number;
  readonly kind: Box['kind'];
  readonly changed: number;
  readonly commands: number;
  readonly bytes: number;
  /** It is the one in this page. */
  readonly here: boolean;
}

export interface BoxList {
  readonly sandboxes: readonly BoxRow[];
  readonly others: readonly BoxRow[];
  readonly asides: readonly Aside[];
  readonly bytes: number;
}

/** Boxes as the store lists them, last changed first. The one in this page is there even before anything of it was kept. */
export function boxList(boxes: readonly Box[], asides: readonly Aside[], here: string, now: number): BoxList {
  const all = boxes.some(({ id }) => id === here) || !/^(sandbox|box-)/.test(here) ? boxes : [fresh(here, now), ...boxes];
  const numbers = new Map(
    [...all]
      .filter(({ kind }) => kind === 'sandbox')
      .sort((a, b) => a.created - b.created)
      .map(({ id }, index) => [id, index + 1]),
  );
  const rows = all.map(
    ({ id, title, kind, changed, commands, bytes }): BoxRow => ({
      id,
      title,
      number: numbers.get(id) ?? 0,
      kind,
      changed,
      commands,
      bytes,
      here: id === here,
    }),
  );
  return {
    sandboxes: rows.filter(({ kind }) => kind === 'sandbox'),
    others: rows.filter(({ kind }) => kind !== 'sandbox'),
    asides,
    bytes: boxes.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}

const fresh = (id: string, now: number): Box => ({ id, title: '', kind: 'sandbox', created: now, changed: now, commands: 0, bytes: 0 });

/** Share of what the browser allows that is used, 0 to 1; undefined when it does not say. */
export function fullness(used: number | undefined, quota: number | undefined): number | undefined {
  return used === undefined || quota === undefined || quota === 0 ? undefined : Math.min(1, used / quota);
}

/** When something changed, as a person says it: the time for today, the day for this year, else the date. */
export function whenOf(changed: number, now: number, language: string, timeZone?: string): string {
  const zone = timeZone === undefined ? {} : { timeZone };
  const day = (time: number) => new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', ...zone }).format(time);
  if (day(changed) === day(now))
    return new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hour12: false, ...zone }).format(changed);
  const sameYear = day(changed).slice(0, 4) === day(now).slice(0, 4);
  return new Intl.DateTimeFormat(language, { month: 'short', day: 'numeric', ...(sameYear ? {} : { year: 'numeric' }), ...zone }).format(
    changed,
  );
}
