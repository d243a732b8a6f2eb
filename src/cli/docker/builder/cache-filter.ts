import type { CacheItem } from '../../../engine/build/index.ts';
import { goTime } from '../../format/index.ts';
import { BuildxError } from '../buildx/error.ts';

/** What `--filter` of `du` and `prune` lets through. */
export interface CacheFilter {
  /** Seconds that something must not have been used for; 0 when nothing is said. */
  readonly unused: number;
  readonly matches: (item: CacheItem) => boolean;
}

const UNITS: Readonly<Record<string, number>> = { ns: 1e-9, us: 1e-6, µs: 1e-6, ms: 1e-3, s: 1, m: 60, h: 3600 };

/** Go's time.ParseDuration, in seconds. Undefined for what is none. */
function duration(text: string): number | undefined {
  if (text === '0') return 0;
  if (!/^[+-]?(?:\d+(?:\.\d*)?(?:ns|us|µs|ms|s|m|h))+$/.test(text)) return undefined;
  let seconds = 0;
  for (const [, count = '', unit = ''] of text.matchAll(/(\d+(?:\.\d*)?)(ns|us|µs|ms|s|m|h)/g)) seconds += Number(count) * UNITS[unit]!;
  return text.startsWith('-') ? -seconds : seconds;
}

/** Reads filters. Throws BuildxError. Source: docker/buildx commands/prune.go toBuildkitPruneInfo, buildkit cache/filter.go. */
export function cacheFilter(filters: ReadonlyMap<string, readonly string[]>): CacheFilter {
  if (filters.has('until') && filters.has('unused-for')) throw new BuildxError('conflicting filters "until" and "unused-for"');
  const key = filters.has('unused-for') ? 'unused-for' : 'until';
  const tests: ((item: CacheItem) => boolean)[] = [];
  let unused = 0;
  for (const [name, values] of filters) {
    if (values.length > 1) throw new BuildxError('filters expect only one value');
    const [value = ''] = values;
    if (name === key) {
      const seconds = duration(value);
      if (seconds === undefined)
        throw new BuildxError(
          `${JSON.stringify(key)} filter expects a duration (e.g., '24h'): time: invalid duration ${JSON.stringify(value)}`,
        );
      unused = seconds;
    } else tests.push(test(name, value));
  }
  return { unused, matches: (item) => tests.every((each) => each(item)) };
}

/** `name==value`, `name!=value` for a name that ends in `!`, a regular expression for `id` and names that end in `~`. */
function test(name: string, value: string): (item: CacheItem) => boolean {
  const field = name.replace(/[!~]$/, '');
  const texts = (item: CacheItem): readonly string[] => {
    if (field === 'id') return [item.id];
    if (field === 'type') return [item.type];
    if (field === 'description') return [item.description];
    return field === 'parents' ? item.parents : [''];
  };
  if (name.endsWith('!')) return (item) => !texts(item).includes(value);
  if (name !== 'id' && !name.endsWith('~')) return (item) => texts(item).includes(value);
  let pattern: RegExp;
  try {
    pattern = new RegExp(value);
  } catch {
    throw new BuildxError(`error parsing regexp: ${JSON.stringify(value)}`);
  }
  return (item) => texts(item).some((text) => pattern.test(text));
}

/** When something was made, as Go prints times. */
export const createdAt = (seconds: number): string => goTime(Math.floor(seconds), Math.round((seconds - Math.floor(seconds)) * 1e6) * 1000);
