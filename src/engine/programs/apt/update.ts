import { type Process, type Step, SysError } from '../../kernel/index.ts';
import { generatedBody, textBody, zeroBody } from '../../tree/index.ts';
import { download, exists, makeDirectories, putFile, reaches, readText, removeTree } from '../package-data/index.ts';
import { packagesFile } from './available.ts';
import { AptError, type AptOptions, Printer } from './call.ts';
import type { PackageIndex } from './index-data.ts';
import { sizeText, timeText } from './sizes.ts';
import { listName, readSources, type Source } from './sources.ts';
import { indexFor, suiteBytes, suiteName } from './suites.ts';

const LISTS = '/var/lib/apt/lists';
/** A Packages file as it lies here, compared with how it comes: recompressed with lz4, or as text. */
const STORED_LZ4 = 2.14;
const STORED_TEXT = 5.25;
const ADDRESS = '151.101.2.132 80';

/** What came of asking for one source. */
type Answer = PackageIndex | '404' | 'unknown' | 'unresolved';

/** apt-get update: fetches the lists of every source into /var/lib/apt/lists. */
export function* update(p: Process, options: AptOptions): Step<number> {
  const printer = new Printer(p, options.quiet);
  const { sources, error } = readSources(p);
  if (error !== undefined) throw new AptError(error);
  lockLists(p);
  const answers: (readonly [Source, Answer])[] = [];
  const hosts = new Map<string, boolean>();
  for (const source of sources) {
    if (!hosts.has(source.host)) hosts.set(source.host, yield* reaches(p, source.host));
    answers.push([source, hosts.get(source.host) ? yield* indexFor(source) : 'unresolved']);
  }
  const { number, bytes, warnings, errors, seconds } = yield* fetchAll(p, printer, answers);
  if (number > 0 && bytes > 0) yield* printer.say(`Fetched ${sizeText(bytes)} in ${timeText(seconds)} (${sizeText(bytes / seconds)}/s)\n`);
  yield* printer.step('Reading package lists');
  if (bytes > 0) writeCaches(p);
  if (errors.length > 0) throw new AptError(errors.join('\n'));
  if (warnings.length > 0)
    yield* printer.err(
      `${[...warnings, 'W: Some index files failed to download. They have been ignored, or old ones used instead.'].join('\n')}\n`,
    );
  return 0;
}

interface Fetched {
  readonly number: number;
  readonly bytes: number;
  readonly seconds: number;
  readonly warnings: readonly string[];
  readonly errors: readonly string[];
}

function* fetchAll(p: Process, printer: Printer, answers: readonly (readonly [Source, Answer])[]): Step<Fetched> {
  let number = 0;
  let bytes = 0;
  let seconds = 0;
  const warnings: string[] = [];
  const errors: string[] = [];
  const numbered = answers.map(([source, answer]) => ({ source, answer, number: ++number }));
  const unresolved = numbered.filter(({ answer }) => answer === 'unresolved');
  for (let tries = 0; tries < 3; tries++)
    for (const { source, number: n } of unresolved) yield* printer.say(`Ign:${n} ${source.uri} ${source.suite} InRelease\n`);
  for (const { source, number: n } of unresolved) {
    yield* printer.say(`Err:${n} ${source.uri} ${source.suite} InRelease\n  Temporary failure resolving '${source.host}'\n`);
    warnings.push(`W: Failed to fetch ${source.uri}/dists/${source.suite}/InRelease  Temporary failure resolving '${source.host}'`);
  }
  for (const { source, answer, number: n } of numbered) {
    if (answer === 'unresolved') continue;
    if (typeof answer === 'string') {
      yield* printer.say(`Ign:${n} ${source.uri} ${source.suite} InRelease\n`);
      continue;
    }
    const inRelease = `${LISTS}/${listName(source.uri, `dists/${source.suite}/InRelease`)}`;
    if (exists(p, inRelease)) {
      yield* printer.say(`Hit:${n} ${source.uri} ${source.suite} InRelease\n`);
      continue;
    }
    const size = suiteBytes(answer, suiteName(source), '');
    yield* printer.say(`Get:${n} ${source.uri} ${source.suite} InRelease [${sizeText(size)}]\n`);
    seconds += yield* download(p, size);
    bytes += size;
    putFile(p, inRelease, textBody(releaseText(source, answer, size)));
  }
  for (const { source, answer } of numbered) {
    if (answer !== '404' && answer !== 'unknown') continue;
    yield* printer.say(`Err:${++number} ${source.uri} ${source.suite} Release\n  404  Not Found [IP: ${ADDRESS}]\n`);
    errors.push(`E: The repository '${source.uri} ${source.suite} Release' does not have a Release file.`);
  }
  for (const { source, answer } of numbered) {
    if (typeof answer === 'string') continue;
    for (const component of source.components) {
      const size = suiteBytes(answer, suiteName(source), component);
      const path = `${LISTS}/${packagesFile(source, component)}`;
      const lz4 = exists(p, '/etc/apt/apt.conf.d/docker-gzip-indexes');
      if (size === 0 || exists(p, path) || exists(p, `${path}.lz4`)) continue;
      yield* printer.say(`Get:${++number} ${source.uri} ${source.suite}/${component} amd64 Packages [${sizeText(size)}]\n`);
      seconds += yield* download(p, size);
      bytes += size;
      const stored = Math.round(size * (lz4 ? STORED_LZ4 : STORED_TEXT));
      putFile(p, lz4 ? `${path}.lz4` : path, generatedBody({ seed: size, size: stored }));
    }
  }
  return { number, bytes, seconds, warnings, errors };
}

function lockLists(p: Process): void {
  try {
    makeDirectories(p, `${LISTS}/partial`, 0o700);
    if (p.credentials.uid !== 0) throw new SysError('EACCES');
    if (!exists(p, `${LISTS}/lock`)) putFile(p, `${LISTS}/lock`, zeroBody(0), { mode: 0o640 });
    makeDirectories(p, `${LISTS}/auxfiles`);
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    const number = error.errno === 'EROFS' ? 30 : 13;
    throw new AptError(
      `E: Could not open lock file ${LISTS}/lock - open (${number}: ${error.message})\nE: Unable to lock directory ${LISTS}/`,
    );
  }
}

/** Without Docker's settings apt keeps two caches of what it parsed. */
function writeCaches(p: Process): void {
  if (!keepsArchives(p)) return;
  for (const [name, size] of [
    ['pkgcache.bin', 33_554_000],
    ['srcpkgcache.bin', 33_487_000],
  ] as const)
    putFile(p, `/var/cache/apt/${name}`, zeroBody(size));
}

function releaseText(source: Source, index: PackageIndex, size: number): string {
  const { release } = index;
  const label = release.id === 'debian' ? 'Debian' : 'Ubuntu';
  const head = `Origin: ${label}\nLabel: ${label}\nSuite: ${release.suite}\nVersion: ${release.number}\nCodename: ${source.suite}\nArchitectures: amd64 arm64\nComponents: ${source.components.join(' ')}\nSHA256:\n`;
  return head + `${' '.repeat(127)}\n`.repeat(Math.max(0, Math.floor((size - head.length) / 128)));
}

/** apt-get clean: empties the archive cache. */
export function clean(p: Process): void {
  const archives = '/var/cache/apt/archives';
  for (const dir of [archives, `${archives}/partial`]) {
    if (!exists(p, dir)) continue;
    for (const name of p.fs.readdir(dir)) if (/\.deb$/.test(name)) p.fs.unlink(`${dir}/${name}`);
  }
  for (const name of ['pkgcache.bin', 'srcpkgcache.bin']) removeTree(p, `/var/cache/apt/${name}`);
}

/** Docker's hook in apt.conf.d: archives go as soon as dpkg is through with them. */
export function keepsArchives(p: Process): boolean {
  const dir = '/etc/apt/apt.conf.d';
  if (!exists(p, dir)) return true;
  return !p.fs
    .readdir(dir)
    .some((name) => /rm -f[^;]*\/var\/cache\/apt\/archives/.test((readText(p, `${dir}/${name}`) ?? '').replace(/^\s*(?:#|\/\/).*$/gm, '')));
}
