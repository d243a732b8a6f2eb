import { type Process, type Step, toBytes } from '../../kernel/index.ts';
import { sha1 } from '../busybox/text/digest/sha1.ts';
import { packagePart, readText } from '../package-data/index.ts';

/** A package of Alpine's index. */
export interface ApkPackage {
  readonly name: string;
  readonly version: string;
  /** KiB to fetch and on disk. */
  readonly download: number;
  readonly installed: number;
  readonly community: boolean;
  readonly depends: readonly string[];
  readonly files: string;
  readonly description: string;
}

/** What the data part `alpine` holds. */
export interface ApkPart {
  readonly versions: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly scripts: Readonly<Record<string, readonly string[]>>;
  readonly users: Readonly<Record<string, string>>;
  /** Directories that are the package's user's. */
  readonly dirs: Readonly<Record<string, readonly string[]>>;
  readonly texts: Readonly<Record<string, string>>;
  readonly packages: readonly string[];
}

/** One line of /etc/apk/repositories. */
export interface Repository {
  readonly url: string;
  readonly host: string;
  /** `3.20`, or `edge`. */
  readonly branch: string;
  readonly community: boolean;
  readonly tag: string | undefined;
}

/** The repositories in their order; comments and empty lines are left out. */
export function readRepositories(p: Process, extra: readonly string[]): Repository[] {
  const lines = [...(readText(p, '/etc/apk/repositories') ?? '').split('\n'), ...extra];
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [, tag, url = ''] = /^(?:@(\S+)\s+)?(\S+)$/.exec(line) ?? [];
      const clean = url.replace(/\/+$/, '');
      return {
        url: clean,
        host: /^[a-z]+:\/\/([^/:]+)/.exec(clean)?.[1] ?? '',
        branch: /\/(?:v(\d+\.\d+)|edge|latest-stable)\//.exec(clean)?.[1] ?? 'edge',
        community: clean.endsWith('/community'),
        tag,
      };
    });
}

/** The name that a repository's index has in /var/cache/apk: from the SHA-1 of its address. */
export function cacheName({ url }: Repository): string {
  const hash = sha1();
  hash.update(toBytes(url));
  return `APKINDEX.${hash.digest().slice(0, 8)}.tar.gz`;
}

/** What these repositories have. Versions are those of the branch where they are known. */
export function* packagesOf(repositories: readonly Repository[]): Step<{ part: ApkPart; packages: Map<string, ApkPackage> } | undefined> {
  const part = yield* packagePart<ApkPart>('alpine');
  if (part === undefined) return undefined;
  const branch = repositories[0]?.branch ?? 'edge';
  const own = part.versions[nearest(Object.keys(part.versions), branch)] ?? {};
  const communities = repositories.some(({ community }) => community) || Number(branch.split('.')[1] ?? 99) < 3;
  const mains = repositories.some(({ community }) => !community);
  const packages = new Map<string, ApkPackage>();
  for (const row of part.packages) {
    const [name = '', version = '', download = '0', installed = '0', flags = '', depends = '', files = '', description = ''] =
      row.split('\t');
    const community = flags === 'c';
    if (community ? !communities : !mains) continue;
    packages.set(name, {
      name,
      version: own[name] ?? version,
      download: Number(download),
      installed: Number(installed),
      community,
      depends: depends === '' ? [] : depends.split(' '),
      files,
      description,
    });
  }
  return { part, packages };
}

/** The known branch closest below, else the branch itself. */
function nearest(known: readonly string[], branch: string): string {
  const minor = (text: string): number => Number(text.split('.')[1] ?? 99);
  const below = known.filter((each) => minor(each) <= minor(branch)).sort((a, b) => minor(b) - minor(a));
  return minor(branch) === 22 ? '' : (below[0] ?? '');
}
