import type { Step } from '../../kernel/index.ts';
import { packagePart } from '../package-data/index.ts';
import { canonical, compareVersions, parseRequirement, type Requirement, satisfies } from './version.ts';

/** One release of a distribution. */
export interface Release {
  readonly name: string;
  readonly version: string;
  /** Oldest Python it runs on: `3.9`. */
  readonly python: string;
  /** KiB of the wheel and unpacked. */
  readonly wheel: number;
  readonly installed: number;
  readonly depends: readonly Requirement[];
  readonly scripts: readonly string[];
}

export type Pypi = Readonly<Record<string, readonly string[]>>;

export function* pypi(): Step<Pypi> {
  return (yield* packagePart<Pypi>('pypi')) ?? {};
}

/** Whether a dependency is for this Python: `name>=1@3.8` only below 3.8. */
function requirements(text: string, python: string): Requirement[] {
  return text
    .split(' ')
    .filter((word) => word !== '')
    .flatMap((word) => {
      const [plain = '', below] = word.split('@');
      if (below !== undefined && compareVersions(python, below) >= 0) return [];
      return parseRequirement(plain) ?? [];
    });
}

/** The releases of a name, newest first; undefined for a name that the index does not have. */
export function releasesOf(index: Pypi, name: string, python: string): Release[] | undefined {
  const rows = index[canonical(name)];
  return rows?.map((row) => {
    const [version = '', least = '', wheel = '0', size = '0', depends = '', scripts = ''] = row.split('\t');
    return {
      name: canonical(name),
      version,
      python: least,
      wheel: Number(wheel),
      installed: Number(size),
      depends: requirements(depends, python),
      scripts: scripts === '' ? [] : scripts.split(' '),
    };
  });
}

/**
 * The newest release that meets a requirement on this Python. An exact version between the oldest and newest known ones
 * is taken to exist, with the sizes and dependencies of the closest known one that is not newer.
 */
export function choose(releases: readonly Release[], requirement: Pick<Requirement, 'clauses'>, python: string): Release | undefined {
  const fits = releases.filter((release) => compareVersions(python, release.python) >= 0);
  const found = fits.find(({ version }) => satisfies(version, requirement));
  if (found !== undefined) return found;
  const exact = requirement.clauses.find(([operator, version]) => operator === '==' && !version.includes('*'))?.[1];
  if (exact === undefined || !satisfies(exact, requirement) || !/^\d+(?:\.\d+)*(?:\.post\d+)?$/.test(exact)) return undefined;
  const [newest] = releases;
  if (newest === undefined || compareVersions(exact, newest.version) > 0) return undefined;
  const near = releases.find(({ version }) => compareVersions(version, exact) <= 0) ?? releases.at(-1)!;
  return { ...near, version: exact };
}
