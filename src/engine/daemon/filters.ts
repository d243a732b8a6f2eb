import { DockerError } from '../errors/index.ts';
import { type Instant, parseTime } from './time.ts';

/** `--filter name=value` as the engine gets them: every value given for a name. */
export type Filters = ReadonlyMap<string, readonly string[]>;

const invalid = (message: string): DockerError => new DockerError('InvalidArgument', message);

/** Throws for a filter that the operation does not know (moby api/types/filters Validate). */
export function checkFilters(filters: Filters, accepted: readonly string[]): void {
  for (const name of filters.keys()) {
    if (!accepted.includes(name)) throw invalid(name === '' ? 'invalid filter' : `invalid filter '${name}'`);
  }
}

/** A filter that says yes or no: `true`, `1`, `false`, `0`; `fallback` when it is not given. */
export function boolFilter(filters: Filters, name: string, fallback: boolean): boolean {
  const values = filters.get(name) ?? [];
  if (values.length === 0) return fallback;
  const no = values.includes('0') || values.includes('false');
  const yes = values.includes('1') || values.includes('true');
  if (no === yes) throw invalid(`invalid filter '${name}=[${[...values].sort().join(' ')}]'`);
  return yes;
}

/** Whether every `key` or `key=value` asked for under `name` is among the labels (MatchKVList). */
export function matchKeyValues(filters: Filters, name: string, labels: Readonly<Record<string, string>> | null | undefined): boolean {
  const wanted = filters.get(name) ?? [];
  return wanted.every((item) => {
    const equals = item.indexOf('=');
    const key = equals < 0 ? item : item.slice(0, equals);
    if (labels === null || labels === undefined || !Object.hasOwn(labels, key)) return false;
    return equals < 0 || labels[key] === item.slice(equals + 1);
  });
}

/** What prune goes by: `label` must match, `label!` must not. */
export function matchPruneLabels(filters: Filters, labels: Readonly<Record<string, string>> | null | undefined): boolean {
  if (!matchKeyValues(filters, 'label', labels)) return false;
  return (filters.get('label!') ?? []).length === 0 || !matchKeyValues(filters, 'label!', labels);
}

/** The instant an `until` filter means: a duration before `now`, a date, or seconds since the epoch. Undefined when it is not given. */
export function untilFilter(filters: Filters, now: number): Instant | undefined {
  const values = filters.get('until') ?? [];
  if (values.length > 1) throw invalid('more than one until filter specified');
  const value = values[0];
  return value === undefined ? undefined : instantOf(value, now);
}

/** Durations end at whole seconds; dates without a zone are UTC. Source: moby api/types/time/timestamp.go GetTimestamp. */
export function instantOf(value: string, now: number): Instant {
  const duration = secondsOf(value);
  if (duration !== undefined) return instant(Math.floor(now - duration));
  if (/^\d+(\.\d+)?$/.test(value)) return instant(Number(value));
  const date = /^(\d{4}-\d\d-\d\d)(?:T(\d\d(?::\d\d(?::\d\d(?:\.\d+)?)?)?))?(Z|[+-]\d\d:\d\d)?$/.exec(value);
  const [, day, clock = '00:00:00', zone = 'Z'] = date ?? [];
  const found = date === null ? undefined : parseTime(`${day}T${padClock(clock)}${zone}`);
  if (found === undefined) throw invalid(`failed to parse value as time or duration: ${JSON.stringify(value)}`);
  return found;
}

const UNITS: Readonly<Record<string, number>> = { h: 3600, m: 60, s: 1, ms: 1e-3, us: 1e-6, µs: 1e-6, ns: 1e-9 };

/** A Go duration such as `1h30m`, in seconds. Undefined when it is none. */
function secondsOf(text: string): number | undefined {
  const match = /^([+-]?)((?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|ms|s|m|h))+)$/.exec(text);
  if (match === null) return undefined;
  let total = 0;
  for (const [, amount, unit] of match[2]!.matchAll(/([\d.]+)([a-zµ]+)/g)) total += Number(amount) * UNITS[unit!]!;
  return match[1] === '-' ? -total : total;
}

const padClock = (clock: string): string => (clock.length === 2 ? `${clock}:00:00` : clock.length === 5 ? `${clock}:00` : clock);
const instant = (seconds: number): Instant => ({
  seconds: Math.floor(seconds),
  nanos: Math.round((seconds - Math.floor(seconds)) * 1e6) * 1000,
});
