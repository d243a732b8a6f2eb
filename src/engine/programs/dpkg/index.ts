// dpkg and dpkg-query: the database of installed packages, and archives unpacked, configured and removed.
// Knows /var/lib/dpkg and what a package's files are; refuses to know where packages come from (apt).
// An archive's content says which package of which release it is: other .deb files cannot be unpacked, and that is said.
import { type Process, type Program, type Run, type Step, SysError } from '../../kernel/index.ts';
import { machineRelease } from '../apt/available.ts';
import { type Package, packageIndex } from '../apt/index-data.ts';
import { readText } from '../package-data/index.ts';
import { Database } from './database.ts';
import { Output } from './output.ts';
import { query } from './query.ts';
import { Transaction } from './transaction.ts';
import { compareVersions } from './version.ts';

const NO_ACTION = `dpkg: error: need an action option

Type dpkg --help for help about installing and deinstalling packages [*];
Use 'apt' or 'aptitude' for user-friendly package management;
Type dpkg -Dhelp for a list of dpkg debug flag values;
Type dpkg --force-help for a list of forcing options;
Type dpkg-deb --help for help about manipulating *.deb files;

Options marked [*] produce a lot of output - pipe it through 'less' or 'more' !
`;

const ACTIONS: Readonly<Record<string, string>> = {
  '-l': 'list',
  '--list': 'list',
  '-L': 'files',
  '--listfiles': 'files',
  '-S': 'search',
  '--search': 'search',
  '-s': 'status',
  '--status': 'status',
  '-W': 'show',
  '--show': 'show',
  '--get-selections': 'selections',
  '-i': 'install',
  '--install': 'install',
  '--unpack': 'install',
  '-r': 'remove',
  '--remove': 'remove',
  '-P': 'purge',
  '--purge': 'purge',
  '--configure': 'configure',
  '--print-architecture': 'architecture',
  '--print-foreign-architectures': 'foreign',
  '--add-architecture': 'add-architecture',
  '--compare-versions': 'compare',
  '--version': 'version',
  '--set-selections': 'set-selections',
  '--audit': 'foreign',
  '-C': 'foreign',
};
const QUERIES = new Set(['list', 'files', 'search', 'status', 'show', 'selections']);

export const dpkg: Program = function* main(p: Process): Run {
  let action: string | undefined;
  let format: string | undefined;
  let force = false;
  const words: string[] = [];
  for (let i = 1; i < p.argv.length; i++) {
    const word = p.argv[i]!;
    if (/^(?:-f|--showformat)=/.test(word)) format = word.slice(word.indexOf('=') + 1);
    else if (word.startsWith('-f') && word.length > 2) format = word.slice(2);
    else if (word === '-f') format = p.argv[++i];
    else if (action === 'compare' || !word.startsWith('-') || (action === 'configure' && word === '-a')) words.push(word);
    else if (ACTIONS[word] !== undefined) action = ACTIONS[word];
    else if (/^--force/.test(word)) force = true;
    else if (!/^--(?:no-|admindir|root|instdir|no-pager)/.test(word) && word !== '-E' && word !== '-G') {
      yield* p.write(2, `dpkg: error: unknown option ${word}\n\n${NO_ACTION.slice(NO_ACTION.indexOf('Type'))}`);
      return 2;
    }
  }
  if (action === undefined) {
    yield* p.write(2, NO_ACTION);
    return 2;
  }
  if (QUERIES.has(action)) return yield* query(p, action, words, format);
  try {
    return yield* act(p, action, words, force);
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    const denied = error.errno === 'EACCES' || error.errno === 'EPERM';
    yield* p.write(2, denied ? 'dpkg: error: requested operation requires superuser privilege\n' : `dpkg: error: ${error.message}\n`);
    return 2;
  }
};

function* act(p: Process, action: string, words: readonly string[], force: boolean): Step<number> {
  switch (action) {
    case 'architecture':
      yield* p.write(1, 'amd64\n');
      return 0;
    case 'version':
      yield* p.write(
        1,
        "Debian 'dpkg' package management program version 1.21.22 (amd64).\nThis is free software; see the GNU General Public License version 2 or\nlater for copying conditions. There is NO warranty.\n",
      );
      return 0;
    case 'foreign':
    case 'add-architecture':
    case 'configure':
    case 'set-selections':
      return 0;
    case 'compare':
      return compare(words);
  }
  if (words.length === 0) {
    yield* p.write(
      2,
      `dpkg: error: --${action} needs at least one package ${action === 'install' ? 'archive file' : 'name'} argument\n\n${NO_ACTION.slice(NO_ACTION.indexOf('Type'))}`,
    );
    return 2;
  }
  if (p.credentials.uid !== 0) throw new SysError('EACCES');
  return action === 'install' ? yield* install(p, words) : yield* remove(p, words, action === 'purge', force);
}

function compare([a = '', relation = '', b = '']: readonly string[]): number {
  const order = compareVersions(a, b);
  const holds: Readonly<Record<string, boolean>> = {
    lt: order < 0,
    le: order <= 0,
    eq: order === 0,
    ne: order !== 0,
    ge: order >= 0,
    gt: order > 0,
    '<<': order < 0,
    '<=': order <= 0,
    '=': order === 0,
    '>=': order >= 0,
    '>>': order > 0,
  };
  return holds[relation] ? 0 : 1;
}

function* install(p: Process, files: readonly string[]): Step<number> {
  const db = new Database(p);
  const out = new Output(p);
  const own = yield* packageIndex(machineRelease(p) ?? '');
  const run = new Transaction(p, db, out, own);
  const unpacked: Package[] = [];
  const failed: string[] = [];
  for (const file of files) {
    const text = readText(p, file);
    if (text === undefined) {
      yield* p.write(2, `dpkg: error: cannot access archive '${file}': No such file or directory\n`);
      return 2;
    }
    const [, release = '', name = ''] = /^!<arch>\ndebian-binary {3}strata-package: (\S+) (\S+) /.exec(text) ?? [];
    const pkg = (yield* packageIndex(release))?.packages.get(name);
    if (pkg === undefined) {
      const reason = text.startsWith('!<arch>')
        ? 'strata: packages that are not in its index cannot be unpacked'
        : `'${file}' is not a Debian format archive`;
      yield* p.write(
        2,
        `dpkg-deb: error: ${reason}\ndpkg: error processing archive ${file} (--install):\n dpkg-deb --control subprocess returned error exit status 2\n`,
      );
      failed.push(file);
      continue;
    }
    yield* run.unpack(pkg, file);
    unpacked.push(pkg);
  }
  for (const pkg of unpacked) {
    const missing = pkg.depends.find((each) => !each.some((name) => satisfied(db, own?.provides ?? {}, name)));
    if (missing === undefined || !(db.packages.has('dpkg') || db.packages.has('libc6'))) yield* run.configure(pkg);
    else {
      failed.push(pkg.name);
      yield* p.write(
        2,
        `dpkg: dependency problems prevent configuration of ${pkg.name}:\n ${pkg.name} depends on ${missing.join(' | ')}; however:\n  Package ${missing[0]} is not installed.\n\ndpkg: error processing package ${pkg.name} (--install):\n dependency problems - leaving unconfigured\n`,
      );
    }
  }
  yield* run.finish();
  return yield* report(p, failed);
}

const satisfied = (db: Database, provides: Readonly<Record<string, string>>, name: string): boolean =>
  [name, provides[name] ?? ''].some((each) => db.packages.get(each) !== undefined);

function* remove(p: Process, names: readonly string[], purge: boolean, force: boolean): Step<number> {
  const db = new Database(p);
  const run = new Transaction(p, db, new Output(p), yield* packageIndex(machineRelease(p) ?? ''));
  const failed: string[] = [];
  for (const name of names) {
    const stanza = db.packages.get(name);
    if (stanza === undefined || (!stanza.installed && !(purge && stanza.configured))) {
      yield* p.write(2, `dpkg: warning: ignoring request to remove ${name} which isn't installed\n`);
      continue;
    }
    if (stanza.fields.get('Essential') === 'yes' && !force) {
      yield* p.write(
        2,
        `dpkg: error processing package ${name} (--${purge ? 'purge' : 'remove'}):\n this is an essential package; it should not be removed\n`,
      );
      failed.push(name);
      continue;
    }
    const needing = db
      .all()
      .find(
        (other) =>
          other !== stanza &&
          (other.fields.get('Depends') ?? '').split(',').some((each) => each.trim().split(/[ (]/)[0] === name && !each.includes('|')),
      );
    if (needing !== undefined && !force && !names.includes(needing.name)) {
      yield* p.write(
        2,
        `dpkg: dependency problems prevent removal of ${stanza.qualified}:\n ${needing.name} depends on ${name}.\n\ndpkg: error processing package ${stanza.qualified} (--${purge ? 'purge' : 'remove'}):\n dependency problems - not removing\n`,
      );
      failed.push(stanza.qualified);
      continue;
    }
    if (stanza.installed) yield* run.remove(stanza);
    if (purge) yield* run.purge(stanza);
    db.automatic.delete(name);
  }
  yield* run.finish();
  return yield* report(p, failed);
}

function* report(p: Process, failed: readonly string[]): Step<number> {
  if (failed.length === 0) return 0;
  yield* p.write(2, `Errors were encountered while processing:\n${failed.map((name) => ` ${name}\n`).join('')}`);
  return 1;
}
