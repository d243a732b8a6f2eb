// The timeline in words: what a point is, what it changed, and the whole of it as text.
import type { Difference, TimelinePoint } from '../session/timeline.ts';
import type { Station, TimelineModel } from './model.ts';
import type { TimelineWords } from './words.ts';

/** Most changes that one sentence names. */
const named = 3;

export function sayChange({ what, how, name }: Difference, t: TimelineWords): string {
  return t(`${what}.${how}`, { name });
}

/** What a point changed, the weightiest first. */
export function sayChanges({ kind, changes, more }: TimelinePoint, t: TimelineWords): string {
  if (kind === 'start') return '';
  const listed =
    kind === 'edit' ? changes : changes.filter(({ what }) => what !== 'file').concat(changes.filter(({ what }) => what === 'file'));
  if (listed.length === 0) return t('none');
  const rest = more + Math.max(0, listed.length - named);
  const parts = listed.slice(0, named).map((change) => sayChange(change, t));
  if (rest > 0) parts.push(t('more', { n: rest }));
  return parts.join(t('comma'));
}

/** What a point is: its command, its edit, or the start. */
export function sayWhat({ kind, label }: TimelinePoint, t: TimelineWords): string {
  if (kind === 'start') return t('say.start');
  return kind === 'edit' ? t('say.edit', { files: label }) : label;
}

export function sayStation(station: Station, looking: boolean, t: TimelineWords): string {
  return [t('say.number', { n: station.point.number, what: sayWhat(station.point, t) }), ...told(station, looking, t)].join(t('say.sep'));
}

/** What a station is called: first what is written at it, so that a voice command finds it, then the rest. */
export function nameStation(station: Station, looking: boolean, t: TimelineWords): string {
  const { point } = station;
  const written = [
    ...(point.kind === 'start' ? [] : [point.number]),
    shortName(station, t),
    ...(point.name === undefined ? [] : [point.name]),
  ];
  const what = sayWhat(point, t);
  return [written.join(' '), ...(written.includes(what) ? [] : [what]), ...told(station, looking, t)].join(t('say.sep'));
}

function told({ point, state }: Station, looking: boolean, t: TimelineWords): string[] {
  return [
    point.exit === undefined || point.exit === 0 ? '' : t('say.exit', { n: point.exit }),
    sayChanges(point, t),
    point.name === undefined ? '' : t('say.name', { name: point.name }),
    state === 'now' ? t('say.now') : looking ? t('say.looking') : '',
  ].filter((part) => part !== '');
}

/** The short form under a station. */
export function shortName({ point, label }: Station, t: TimelineWords): string {
  if (point.kind === 'start') return t('start');
  return point.kind === 'edit' ? t('edit', { file: label }) : label;
}

/** The whole timeline, a line a point, indented by branch. */
export function timelineText(model: TimelineModel, t: TimelineWords): string {
  return model.stations.map((station) => `${'  '.repeat(station.lane)}${sayStation(station, false, t)}`).join('\n');
}
