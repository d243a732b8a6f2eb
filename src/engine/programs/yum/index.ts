// yum, dnf and microdnf, and rpm: packages of CentOS, its kin and Fedora.
// Knows repository files, mirror lists that are gone, transactions; refuses to know modules, groups and signatures.
// Packages come from the data part `rpm`; what stands for rpm's database is a line of text for each package.
import { type Process, type Program, type Run, type Step, SysError } from '../../kernel/index.ts';
import { generatedBody } from '../../tree/index.ts';
import { putFile, reaches, removeTree } from '../package-data/index.ts';
import { type Call, type Say, YumError } from './call.ts';
import { distribution, hostOf, type Installed, type Repository, type Rpm, type RpmPart, readDatabase, repositories, rpms } from './data.ts';
import { query } from './query.ts';
import { rpm } from './rpm.ts';
import { sizeText, table } from './table.ts';
import { log, place, removeFiles, save } from './transaction.ts';
import { BROKEN_REPOSITORY } from './words.ts';

/** What a repository's metadata takes in the cache. */
const CACHE_BYTES = 31_000_000;

const VALUED =
  /^(?:-c|-x|-d|-e|-R|--(?:enablerepo|disablerepo|exclude|setopt|installroot|releasever|config|disableplugin|enableplugin|repo|repoid|nobest|advisory))$/;

const yum: Program = function* main(p: Process): Run {
  const words: string[] = [];
  let [yes, no, quiet] = [false, false, false];
  const args = p.argv.slice(1);
  for (let i = 0; i < args.length; i++) {
    const word = args[i]!;
    if (VALUED.test(word)) i++;
    else if (word === '-y' || word === '--assumeyes') yes = true;
    else if (word === '--assumeno') no = true;
    else if (word === '-q' || word === '--quiet') quiet = true;
    else if (word === '--version') {
      yield* p.write(1, distribution(p).tag === 'el7' ? '3.4.3\n' : '4.14.0\n');
      return 0;
    } else if (!word.startsWith('-')) words.push(word);
    else if (/^-[yq]+$/.test(word)) [yes, quiet] = [yes || word.includes('y'), quiet || word.includes('q')];
  }
  const dnf = !/^el[67]$/.test(distribution(p).tag);
  const [command = '', ...rest] = words;
  try {
    return yield* run(p, { command, words: rest, yes, no, quiet, dnf });
  } catch (error) {
    if (error instanceof YumError) {
      yield* p.write(2, `${error.message}\n`);
      return error.status;
    }
    if (!(error instanceof SysError)) throw error;
    yield* p.write(2, `Error: ${error.message}\n`);
    return 1;
  }
};

function* run(p: Process, call: Call): Step<number> {
  const say = (text: string): Step<void> => (call.quiet ? nothing() : p.write(1, text));
  if (!call.dnf && !call.quiet && call.command !== '') yield* p.write(1, 'Loaded plugins: fastestmirror, ovl\n');
  switch (call.command) {
    case 'install':
    case 'localinstall':
    case 'reinstall':
      if (call.words.length === 0) throw new YumError('Error: Need to pass a list of pkgs to install');
      return yield* install(p, call, say);
    case 'update':
    case 'upgrade':
      return yield* update(p, call, say);
    case 'remove':
    case 'erase':
    case 'autoremove':
      return yield* remove(p, call, say);
    case 'clean':
      return yield* clean(p, call, say);
    case 'makecache':
    case 'check-update': {
      yield* metadata(p, call, say);
      if (call.command === 'makecache') yield* say('Metadata Cache Created\n'.replace('Created', call.dnf ? 'created.' : 'Created'));
      return 0;
    }
    case 'list':
    case 'search':
    case 'info':
    case 'provides':
      return yield* query(p, call, say);
    case 'repolist':
      yield* say(
        `repo id${' '.repeat(28)}repo name\n${repositories(p)
          .map(({ id, name }) => `${id.padEnd(35)}${name}\n`)
          .join('')}`,
      );
      return 0;
    case 'groupinstall':
    case 'group':
    case 'module':
    case 'history':
    case 'config-manager':
    case 'downgrade':
    case 'download':
      throw new YumError(`strata: ${call.dnf ? 'dnf' : 'yum'} ${call.command} is not simulated`);
    case '':
      throw new YumError(
        call.dnf
          ? 'usage: dnf [options] COMMAND'
          : 'Loaded plugins: fastestmirror, ovl\nYou need to give some command\nUsage: yum [options] COMMAND',
      );
  }
  throw new YumError(
    call.dnf
      ? `No such command: ${call.command}. Please use /usr/bin/dnf --help\nIt could be a DNF plugin command, try: "dnf install 'dnf-command(${call.command})'"`
      : `No such command: ${call.command}. Please use /usr/bin/yum --help`,
  );
}

function* nothing(): Step<void> {}

/** Looks for every enabled repository; a mirror list or host that is gone ends yum in its long words. */
function* metadata(p: Process, call: Call, say: Say): Step<Repository> {
  if (p.credentials.uid !== 0)
    throw new YumError(
      call.dnf
        ? 'Error: This command has to be run with superuser privileges (under the root user on most systems).'
        : 'You need to be root to perform this command.',
    );
  const all = repositories(p);
  if (all.length === 0)
    throw new YumError(
      call.dnf
        ? 'Error: There are no enabled repositories in "/etc/yum.repos.d".'
        : 'There are no enabled repos.\n Run "yum repolist all" to see the repos you have.',
    );
  const { tag } = distribution(p);
  if (!call.dnf) yield* say('Determining fastest mirrors\n');
  for (const repository of all) {
    const url = repository.list ?? repository.baseurl ?? '';
    const host = hostOf(url);
    const found = yield* reaches(p, host);
    const gone = !found || (/^(?:el6|el8)$/.test(tag) && /mirror\.centos\.org/.test(host));
    if (!gone) continue;
    if (!call.dnf) {
      if (repository.list !== undefined)
        yield* p.write(
          2,
          `Could not retrieve mirrorlist ${url} error was\n14: curl#6 - "Could not resolve host: ${host}; Unknown error"\n`,
        );
      else
        yield* p.write(
          2,
          `${url}repodata/repomd.xml: [Errno 14] curl#6 - "Could not resolve host: ${host}; Unknown error"\nTrying other mirror.\n`,
        );
      throw new YumError(
        `${BROKEN_REPOSITORY}\n${repository.list !== undefined ? `Cannot find a valid baseurl for repo: ${repository.id}/${tag.slice(2)}/x86_64` : `failure: repodata/repomd.xml from ${repository.id}: [Errno 256] No more mirrors to try.`}`,
      );
    }
    const mirrors = repository.list !== undefined;
    yield* say(`${repository.name.padEnd(48)} 0.0  B/s |   0  B     00:00    \n`);
    if (mirrors)
      yield* p.write(
        2,
        `Errors during downloading metadata for repository '${repository.id}':\n  - Curl error (6): Couldn't resolve host name for ${url} [Could not resolve host: ${host}]\n`,
      );
    throw new YumError(
      `Error: Failed to download metadata for repo '${repository.id}': Cannot ${mirrors ? "prepare internal mirrorlist: Curl error (6): Couldn't resolve host name for" : 'download repomd.xml: Cannot download repodata/repomd.xml: All mirrors were tried'}${mirrors ? ` ${url} [Could not resolve host: ${host}]` : ''}`,
    );
  }
  const cache = call.dnf ? '/var/cache/dnf' : '/var/cache/yum/x86_64/7';
  if (!p.fs.exists(`${cache}/${all[0]!.id}`)) {
    for (const repository of all) {
      if (call.dnf) yield* say(`${repository.name.slice(0, 44).padEnd(46)} 6.1 MB/s | 9.8 MB     00:01    \n`);
      yield* p.sleep(0.8);
    }
    for (const { id } of all) putFile(p, `${cache}/${id}/gen/primary_db.sqlite`, generatedBody({ seed: id.length, size: CACHE_BYTES }));
  }
  if (call.dnf)
    yield* say(
      'Last metadata expiration check: 0:00:01 ago on Thu Jan  1 00:00:00 2026.\n'.replace('Thu Jan  1 00:00:00 2026', dateText(p)),
    );
  return all[0]!;
}

function dateText(p: Process): string {
  const seconds = Math.floor(p.now());
  const days = ['Thu', 'Fri', 'Sat', 'Sun', 'Mon', 'Tue', 'Wed'];
  const two = (n: number): string => String(Math.floor(n)).padStart(2, '0');
  const rest = seconds % 86_400;
  return `${days[Math.floor(seconds / 86_400) % 7]} ${two(rest / 3600)}:${two((rest % 3600) / 60)}:${two(rest % 60)} UTC`;
}

function* install(p: Process, call: Call, say: Say): Step<number> {
  const repository = yield* metadata(p, call, say);
  const { part, packages } = yield* rpms(p);
  const here = readDatabase(p);
  const missing: string[] = [];
  const wanted: Rpm[] = [];
  for (const word of call.words) {
    const found =
      packages.get(word) ??
      [...packages.values()].find(
        (each) =>
          `${each.name}-${each.version}` === word ||
          `${each.name}-${each.version.split('-')[0]}` === word ||
          `${each.name}.${each.arch}` === word,
      );
    if (found === undefined) missing.push(word);
    else if (here.has(found.name))
      yield* say(
        call.dnf
          ? `Package ${found.name}-${here.get(found.name)!.version}.${found.arch} is already installed.\n`
          : `Package ${found.name}-${here.get(found.name)!.version}.${found.arch} already installed and latest version\n`,
      );
    else wanted.push(found);
  }
  if (call.dnf && missing.length > 0) {
    for (const word of missing) yield* p.write(2, `No match for argument: ${word}\n`);
    throw new YumError(`Error: Unable to find a match: ${missing.join(' ')}`);
  }
  for (const word of missing) yield* say(`No package ${word} available.\n`);
  if (wanted.length === 0) {
    if (missing.length > 0) throw new YumError('Error: Nothing to do');
    yield* say(call.dnf ? 'Dependencies resolved.\nNothing to do.\nComplete!\n' : 'Nothing to do\n');
    return 0;
  }
  const chosen = new Map(wanted.map((each) => [each.name, each]));
  const extra: Rpm[] = [];
  const queue = [...wanted];
  for (let at = 0; at < queue.length; at++)
    for (const name of queue[at]!.depends) {
      const other = packages.get(name);
      if (other === undefined || here.has(name) || chosen.has(name)) continue;
      chosen.set(name, other);
      extra.push(other);
      queue.push(other);
    }
  const byName = (a: Rpm, b: Rpm): number => (a.name < b.name ? -1 : 1);
  wanted.sort(byName);
  extra.sort(byName);
  yield* resolved(call, say, [...wanted, ...extra].sort(byName), 'will be installed');
  yield* say(
    table(
      [
        ['Installing:', wanted],
        [call.dnf ? 'Installing dependencies:' : 'Installing for dependencies:', extra],
      ],
      repository.id,
      call.dnf,
    ),
  );
  const count = chosen.size;
  const plural = (n: number): string => `${n} Package${n === 1 ? '' : 's'}`;
  yield* say(
    call.dnf
      ? `Install  ${plural(count)}\n\n`
      : `Install  ${wanted.length} Package${wanted.length === 1 ? '' : 's'}${extra.length > 0 ? ` (+${extra.length} Dependent package${extra.length === 1 ? '' : 's'})` : ''}\n\n`,
  );
  const bytes = queue.reduce((sum, each) => sum + each.size, 0);
  yield* say(
    `Total download size: ${sizeText(bytes)}\nInstalled size: ${sizeText(queue.reduce((sum, each) => sum + each.installed, 0))}\n`,
  );
  if (!(yield* agreed(p, call))) return 1;
  return yield* transact(p, call, say, { order: order(queue, chosen), part, here, wanted, extra, repository: repository.id, bytes });
}

function* resolved(call: Call, say: Say, packages: readonly Rpm[], what: string): Step<void> {
  if (call.dnf) return yield* say('Dependencies resolved.\n');
  yield* say('Resolving Dependencies\n--> Running transaction check\n');
  for (const { name, arch, version } of packages) yield* say(`---> Package ${name}.${arch} 0:${version} ${what}\n`);
  yield* say('--> Finished Dependency Resolution\n\nDependencies Resolved\n\n');
}

function* agreed(p: Process, call: Call): Step<boolean> {
  if (call.yes) return true;
  yield* p.write(1, call.dnf ? 'Is this ok [y/N]: ' : 'Is this ok [y/d/N]: ');
  const answer = call.no ? '' : String.fromCharCode(...(yield* p.read(0, 100)));
  if (/^\s*y/i.test(answer)) return true;
  yield* p.write(
    1,
    call.dnf
      ? 'Operation aborted.\n'
      : 'Exiting on user command\nYour transaction was saved, rerun it with:\n yum load-transaction /tmp/yum_save_tx.2026-01-01.00-00.strata.yumtx\n',
  );
  return false;
}

/** Dependencies before what needs them. */
function order(queue: readonly Rpm[], chosen: ReadonlyMap<string, Rpm>): Rpm[] {
  const done = new Set<string>();
  const out: Rpm[] = [];
  const visit = (rpm: Rpm): void => {
    if (done.has(rpm.name)) return;
    done.add(rpm.name);
    for (const name of rpm.depends) if (chosen.has(name)) visit(chosen.get(name)!);
    out.push(rpm);
  };
  for (const each of queue) visit(each);
  return out;
}

interface Work {
  readonly order: readonly Rpm[];
  readonly part: RpmPart | undefined;
  readonly here: Map<string, Installed>;
  readonly wanted: readonly Rpm[];
  readonly extra: readonly Rpm[];
  readonly repository: string;
  readonly bytes: number;
}

const title = ({ name, version, arch }: Pick<Rpm, 'name' | 'version' | 'arch'>): string => `${name}-${version}.${arch}`;

function* transact(p: Process, call: Call, say: Say, { order: packages, part, here, wanted, extra, bytes }: Work): Step<number> {
  const total = packages.length;
  if (call.dnf) {
    yield* say('Downloading Packages:\n');
    for (const [at, each] of packages.entries())
      yield* say(
        `${(total > 1 ? `(${at + 1}/${total}): ` : '') + title(each)}.rpm`
          .padEnd(48)
          .concat(` 2.4 MB/s | ${sizeText(each.size).replace(' ', ' ')}B     00:00    \n`),
      );
    yield* say(
      `${'-'.repeat(80)}\n${'Total'.padEnd(48)} 3.1 MB/s | ${sizeText(bytes)}B     00:00     \nRunning transaction check\nTransaction check succeeded.\nRunning transaction test\nTransaction test succeeded.\nRunning transaction\n  Preparing        :${' '.repeat(56)}1/1 \n`,
    );
  } else
    yield* say(
      'Downloading packages:\nRunning transaction check\nRunning transaction test\nTransaction test succeeded\nRunning transaction\n',
    );
  const line = (verb: string, each: Rpm, at: number): string =>
    `  ${verb.padEnd(call.dnf ? 16 : 10)} : ${title(each)}`.padEnd(72 - String(at).length).concat(` ${at}/${total} \n`);
  for (const [at, each] of packages.entries()) {
    yield* say(line('Installing', each, at + 1));
    const paths = part === undefined ? [] : yield* place(p, each, part);
    here.set(each.name, { name: each.name, version: each.version, arch: each.arch, size: each.installed, paths, description: each.name });
  }
  for (const [at, each] of packages.entries()) yield* say(line('Verifying', each, at + 1));
  save(p, here);
  log(p, call.dnf ? '/var/log/dnf.rpm.log' : '/var/log/yum.log', packages.map((each) => `Installed: ${title(each)}`).join('\n'));
  const names = (list: readonly Rpm[]): string =>
    list.map((each) => `  ${call.dnf ? title(each) : `${each.name}.${each.arch} 0:${each.version}`}`.padEnd(80).concat('\n')).join('');
  yield* say(
    call.dnf
      ? `\nInstalled:\n${names([...wanted, ...extra])}\nComplete!\n`
      : `\nInstalled:\n${names(wanted)}${extra.length > 0 ? `\nDependency Installed:\n${names(extra)}` : ''}\nComplete!\n`,
  );
  return 0;
}

function* update(p: Process, call: Call, say: Say): Step<number> {
  yield* metadata(p, call, say);
  for (const word of call.words)
    if (!readDatabase(p).has(word)) yield* say(call.dnf ? `No match for argument: ${word}\n` : `No Match for argument: ${word}\n`);
  yield* say(call.dnf ? 'Dependencies resolved.\nNothing to do.\nComplete!\n' : 'No packages marked for update\n');
  return 0;
}

function* remove(p: Process, call: Call, say: Say): Step<number> {
  if (p.credentials.uid !== 0)
    throw new YumError(
      call.dnf
        ? 'Error: This command has to be run with superuser privileges (under the root user on most systems).'
        : 'You need to be root to perform this command.',
    );
  const here = readDatabase(p);
  const gone = call.words.flatMap((word) => here.get(word) ?? []);
  for (const word of call.words)
    if (!here.has(word)) yield* say(call.dnf ? `No match for argument: ${word}\n` : `No Match for argument: ${word}\n`);
  if (gone.length === 0) {
    yield* say(
      call.dnf
        ? 'No packages marked for removal.\nDependencies resolved.\nNothing to do.\nComplete!\n'
        : 'No Packages marked for removal\n',
    );
    return 0;
  }
  const shown = gone.map((each) => ({ ...each, installed: each.size, depends: [], files: '' }));
  yield* resolved(call, say, shown, 'will be erased');
  yield* say(table([['Removing:', shown]], '@System', call.dnf));
  yield* say(
    `Remove  ${gone.length} Package${gone.length === 1 ? '' : 's'}\n\n${call.dnf ? 'Freed space' : 'Installed size'}: ${sizeText(gone.reduce((sum, { size }) => sum + size, 0))}\n`,
  );
  if (!(yield* agreed(p, call))) return 1;
  for (const [at, each] of gone.entries()) {
    yield* say(`  Erasing    : ${title(each)}`.padEnd(72).concat(`${at + 1}/${gone.length} \n`));
    removeFiles(p, each);
    here.delete(each.name);
  }
  save(p, here);
  yield* say(`\nRemoved:\n${gone.map((each) => `  ${title(each)}\n`).join('')}\nComplete!\n`);
  return 0;
}

function* clean(p: Process, call: Call, say: Say): Step<number> {
  const dir = call.dnf ? '/var/cache/dnf' : '/var/cache/yum/x86_64/7';
  let files = 0;
  if (p.fs.exists(dir))
    for (const name of p.fs.readdir(dir)) {
      files += 3;
      removeTree(p, `${dir}/${name}`);
    }
  const ids = repositories(p).map(({ id }) => id);
  yield* say(
    call.dnf
      ? `${files} files removed\n`
      : ids.length === 0
        ? 'There are no enabled repos.\n Run "yum repolist all" to see the repos you have.\n'
        : `Cleaning repos: ${ids.join(' ')}\n${files > 0 ? 'Cleaning up list of fastest mirrors\n' : ''}`,
  );
  return 0;
}

export const programs: Readonly<Record<string, Program>> = { yum, rpm };
