import type { Process, Step } from '../../kernel/index.ts';
import { exists, readText } from '../package-data/index.ts';
import { componentOf, type Package, type PackageIndex } from './index-data.ts';
import { listName, readSources, type Source } from './sources.ts';
import { indexFor, suiteName } from './suites.ts';

/** What apt knows from /var/lib/apt/lists: packages, and the source each is fetched from. */
export interface Available {
  readonly index: PackageIndex;
  get(name: string): Package | undefined;
  /** A source a package can be fetched from. */
  sourceOf(pkg: Package): Source;
  /** Every source whose lists are here. */
  readonly sources: readonly Source[];
}

const LISTS = '/var/lib/apt/lists';

export const packagesFile = (source: Source, component: string): string =>
  listName(source.uri, `dists/${source.suite}/${component}/binary-amd64/Packages`);

/** Reads which lists lie here; undefined when there are none that Strata's data stands behind. */
export function* readAvailable(p: Process): Step<Available | undefined> {
  if (!exists(p, LISTS)) return undefined;
  const files = new Set(p.fs.readdir(LISTS).map((name) => name.replace(/\.(?:lz4|gz|xz)$/, '')));
  const sources: Source[] = [];
  const components = new Map<Source, Set<string>>();
  let index: PackageIndex | undefined;
  for (const source of readSources(p).sources) {
    const here = source.components.filter((component) => files.has(packagesFile(source, component)));
    if (here.length === 0) continue;
    const found = yield* indexFor(source);
    if (typeof found === 'string') continue;
    if (suiteName(source).pocket === '' || index === undefined) index = found;
    sources.push(source);
    components.set(source, new Set(here));
  }
  if (index === undefined) return undefined;
  const offers = (source: Source, pkg: Package): boolean => components.get(source)!.has(componentOf(pkg));
  const sourceOf = (pkg: Package): Source | undefined => {
    const mine = sources.filter((source) => offers(source, pkg));
    const want = pkg.security ? 'security' : '';
    return mine.find((source) => suiteName(source).pocket === want) ?? mine.find((source) => suiteName(source).pocket === '') ?? mine[0];
  };
  const known = index;
  return {
    index: known,
    sources,
    get: (name) => {
      const pkg = known.packages.get(name);
      return pkg === undefined || sourceOf(pkg) === undefined ? undefined : pkg;
    },
    sourceOf: (pkg) => sourceOf(pkg)!,
  };
}

/** The release this machine runs, by /etc/os-release: `debian-12`, for what dpkg shows without lists. */
export function machineRelease(p: Process): string | undefined {
  const text = readText(p, '/etc/os-release') ?? readText(p, '/usr/lib/os-release') ?? '';
  const field = (name: string): string | undefined => new RegExp(`^${name}="?([^"\n]*)"?$`, 'm').exec(text)?.[1];
  const id = field('ID');
  return id === undefined ? undefined : `${id}-${field('VERSION_ID') ?? ''}`;
}
