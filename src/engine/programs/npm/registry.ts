import type { Step } from '../../kernel/index.ts';
import { packagePart } from '../package-data/index.ts';
import { compareVersions, inRange, lowest } from './version.ts';

/** One version of a package. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  /** KiB unpacked. */
  readonly size: number;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly bin: readonly string[];
  /** Packages below it that the index does not name, and their KiB. */
  readonly more: { readonly count: number; readonly size: number };
}

type Index = Readonly<Record<string, readonly string[]>>;

export function* registryIndex(): Step<Index> {
  return (yield* packagePart<Index>('npm')) ?? {};
}

function parse(name: string, row: string): Manifest {
  const [version = '', size = '0', dependencies = '', bin = '', more = ''] = row.split('\t');
  const entries = dependencies.split(',').flatMap((each) => {
    const at = each.lastIndexOf('@');
    return at > 0 ? [[each.slice(0, at), each.slice(at + 1)] as const] : [];
  });
  const [count = '0', kib = '0'] = more.split(':');
  return {
    name,
    version,
    size: Number(size),
    dependencies: Object.fromEntries(entries),
    bin: bin === '' ? [] : bin.split(','),
    more: { count: Number(count), size: Number(kib) },
  };
}

/**
 * The newest version in a range; `missing` for a name that the index does not have, undefined for a range that no version
 * is in. A range that begins at or below the newest version but has none of the known ones is met by its lowest.
 */
export function choose(index: Index, name: string, range: string): Manifest | 'missing' | undefined {
  const rows = Object.hasOwn(index, name) ? index[name]! : undefined;
  if (rows === undefined) return 'missing';
  const all = rows.map((row) => parse(name, row)).sort((a, b) => compareVersions(b.version, a.version));
  const found = all.find(({ version }) => inRange(version, range));
  if (found !== undefined) return found;
  const base = lowest(range);
  if (base === undefined || compareVersions(base, all[0]!.version) > 0) return undefined;
  const near = all.find(({ version }) => compareVersions(version, base) <= 0) ?? all.at(-1)!;
  return { ...near, version: base };
}
