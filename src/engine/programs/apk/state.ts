import { type Process, type Step, SysError } from '../../kernel/index.ts';
import { generatedBody } from '../../tree/index.ts';
import { download, exists, putFile, reaches } from '../package-data/index.ts';
import { ApkError, type ApkOptions } from './call.ts';
import { Database } from './database.ts';
import { type ApkPackage, type ApkPart, cacheName, packagesOf, type Repository, readRepositories } from './index-data.ts';

const CACHE = '/var/cache/apk';

/** apk when it is open: database, repositories that could be read, and what they have. */
export interface State {
  readonly db: Database;
  readonly repositories: readonly Repository[];
  readonly packages: ReadonlyMap<string, ApkPackage>;
  readonly part: ApkPart | undefined;
  /** How many repositories could not be read. */
  readonly failed: number;
}

/** Kilobytes of an index as it comes, by repository. */
const indexBytes = ({ community }: Repository): number => (community ? 2_270_000 : 502_000);

/** apk-tools' version by Alpine branch decides its words: 2.12 (3.13) and later select packages, earlier ones have constraints. */
export const modern = (repositories: readonly Repository[]): boolean => Number(repositories[0]?.branch.split('.')[1] ?? 99) >= 13;

/**
 * Opens apk: fetches indexes when asked to, or when a command that changes packages finds none (apk 2.10 and later), and
 * tells of repositories that cannot be read. `writes`: needs root.
 */
export function* openState(p: Process, options: ApkOptions, how: { writes: boolean; fetches: boolean }): Step<State> {
  if (how.writes && p.credentials.uid !== 0)
    throw new ApkError('Unable to lock database: Permission denied\nERROR: Failed to open apk database: Permission denied', 99);
  if (how.writes && p.fs.place('/lib', true).mount.readonly)
    throw new ApkError('Unable to lock database: Read-only file system\nERROR: Failed to open apk database: Read-only file system', 99);
  const db = new Database(p);
  const all = readRepositories(p, options.repositories);
  const noCache = options.flags.has('no-cache');
  const good: Repository[] = [];
  const hosts = new Map<string, boolean>();
  for (const repository of all) {
    const path = `${CACHE}/${cacheName(repository)}`;
    const cached = !noCache && exists(p, path);
    const oldApk = Number(repository.branch.split('.')[1] ?? 99) < 8;
    const wanted = options.flags.has('update-cache') || noCache || (how.fetches && !cached && !(oldApk && options.command !== 'update'));
    if (!wanted || (cached && options.command !== 'update' && !options.flags.has('update-cache'))) {
      if (cached) good.push(repository);
      else yield* missing(p, options, repository);
      continue;
    }
    if (!options.quiet) yield* p.write(1, `fetch ${repository.url}/x86_64/APKINDEX.tar.gz\n`);
    if (!hosts.has(repository.host)) hosts.set(repository.host, yield* reaches(p, repository.host));
    if (!hosts.get(repository.host)) {
      yield* unreachable(p, repository);
      continue;
    }
    const size = indexBytes(repository);
    yield* download(p, size);
    if (!noCache && how.fetches) keep(p, path, size);
    good.push(repository);
  }
  const found = yield* packagesOf(good);
  const none = good.length === 0;
  return {
    db,
    repositories: all,
    packages: none || found === undefined ? new Map() : found.packages,
    part: found?.part,
    failed: all.length - good.length,
  };
}

function keep(p: Process, path: string, size: number): void {
  try {
    putFile(p, path, generatedBody({ seed: size, size }));
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
  }
}

function* missing(p: Process, options: ApkOptions, repository: Repository): Step<void> {
  if (options.quiet) return;
  const { url } = repository;
  const text = modern([repository])
    ? `WARNING: opening from cache ${url}: No such file or directory\n`
    : `WARNING: Ignoring ${cacheName(repository)}: No such file or directory\n`;
  yield* p.write(2, text);
}

function* unreachable(p: Process, repository: Repository): Step<void> {
  const { url } = repository;
  const minor = Number(repository.branch.split('.')[1] ?? 99);
  yield* p.sleep(5);
  if (minor >= 19) yield* p.write(2, `WARNING: updating and opening ${url}: temporary error (try again later)\n`);
  else if (minor >= 13) yield* p.write(2, `WARNING: Ignoring ${url}: temporary error (try again later)\n`);
  else
    yield* p.write(
      2,
      `ERROR: ${url}: temporary error (try again later)\nWARNING: Ignoring ${cacheName(repository)}: No such file or directory\n`,
    );
}
