// yum, dnf and microdnf, and rpm: packages of CentOS, its kin and Fedora.
// Knows repository files, mirror lists that are gone, transactions; refuses to know modules, groups and signatures.
// Packages come from the data part `rpm`; what stands for rpm's database is a line of text for each package.
import { type Process, type Program, type Run, type Step, SysError } from '../../kernel/index.ts';
import { removeTree } from '../package-data/index.ts';
import { type Call, type Say, YumError } from './call.ts';
import { distribution, readDatabase, repositories } from './data.ts';
import { install } from './install.ts';
import { metadata } from './metadata.ts';
import { query } from './query.ts';
import { remove } from './remove.ts';
import { rpm } from './rpm.ts';

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

function* update(p: Process, call: Call, say: Say): Step<number> {
  yield* metadata(p, call, say);
  for (const word of call.words)
    if (!readDatabase(p).has(word)) yield* say(call.dnf ? `No match for argument: ${word}\n` : `No Match for argument: ${word}\n`);
  yield* say(call.dnf ? 'Dependencies resolved.\nNothing to do.\nComplete!\n' : 'No packages marked for update\n');
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
