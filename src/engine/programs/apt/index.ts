// apt-get, apt, apt-cache, apt-mark, apt-key: packages of Debian and Ubuntu fetched, installed, removed and looked up.
// Knows sources.list, lists, archives, recommends and automatic packages; refuses to know what a package's files are (dpkg).
// What the real ones print was recorded from apt 2.6; indexes come through `providePackages`.
import { type Process, type Program, type Run, type Step, SysError } from '../../kernel/index.ts';
import { Database } from '../dpkg/database.ts';
import { dpkg } from '../dpkg/index.ts';
import { download, exists, putFile, reaches } from '../package-data/index.ts';
import { readAvailable } from './available.ts';
import { AptError, type AptOptions, Printer, readOptions } from './call.ts';
import { archiveBody } from './execute.ts';
import { fileName } from './index-data.ts';
import { key } from './key.ts';
import { mark } from './mark.ts';
import { autoremove, change, open, upgradable, upgradeAll } from './packages.ts';
import { cacheListing, list, policy, search, show } from './query.ts';
import { sizeText } from './sizes.ts';
import { clean, update } from './update.ts';

const WARNING = '\nWARNING: apt does not have a stable CLI interface. Use with caution in scripts.\n\n';

const apt: Program = function* main(p: Process): Run {
  const called = (p.argv[0] ?? 'apt').split('/').at(-1)!;
  if (called === 'apt-key') return yield* key(p);
  if (called === 'apt-config') return 0;
  try {
    const options = readOptions(p.argv.slice(1));
    if (called === 'apt' && !p.isatty(1)) yield* p.write(2, WARNING);
    if (options.flags.has('version')) {
      yield* p.write(1, 'apt 2.6.1 (amd64)\n');
      return 0;
    }
    if (options.command === '' || options.flags.has('help') || options.command === 'help') {
      yield* p.write(
        1,
        `apt 2.6.1 (amd64)\nUsage: ${called} [options] command\n       ${called} [options] install|remove pkg1 [pkg2 ...]\n`,
      );
      return options.command === '' && called !== 'apt' ? 1 : 0;
    }
    return yield* run(p, called, options);
  } catch (error) {
    if (error instanceof AptError) {
      if (error.message !== '') yield* p.write(2, `${error.message}\n`);
      return error.status;
    }
    if (!(error instanceof SysError)) throw error;
    yield* p.write(2, `E: ${error.message}\n`);
    return 100;
  }
};

function* run(p: Process, called: string, options: AptOptions): Step<number> {
  const { command } = options;
  const line = [called, ...p.argv.slice(1)].join(' ');
  if (called === 'apt-mark') return yield* mark(p, options);
  if (called === 'apt-cache') return yield* cache(p, options);
  switch (command) {
    case 'update': {
      const status = yield* update(p, options);
      if (called === 'apt' && status === 0) yield* upgradeNote(p, options);
      return status;
    }
    case 'install':
    case 'reinstall':
    case 'remove':
    case 'purge':
      return yield* change(p, options, line);
    case 'upgrade':
    case 'dist-upgrade':
    case 'full-upgrade':
      return yield* upgradeAll(p, options, line);
    case 'autoremove':
    case 'auto-remove':
    case 'autopurge':
      return yield* autoremove(p, options, line);
    case 'clean':
    case 'distclean':
      clean(p);
      return 0;
    case 'autoclean':
    case 'auto-clean':
    case 'check':
      yield* open(p, options);
      return 0;
    case 'download':
      return yield* downloadArchives(p, options);
    case 'source':
    case 'build-dep':
    case 'changelog':
    case 'indextargets':
    case 'dselect-upgrade':
      throw new AptError(`strata: apt-get ${command} is not simulated`);
  }
  if (called === 'apt') {
    if (command === 'list') return yield* list(p, options);
    if (command === 'search') return yield* search(p, options, true);
    if (command === 'show') return yield* show(p, options, true);
    if (['policy', 'depends', 'madison', 'rdepends', 'showpkg'].includes(command)) return yield* cache(p, options);
  }
  throw new AptError(`E: Invalid operation ${command}`);
}

function* cache(p: Process, options: AptOptions): Step<number> {
  switch (options.command) {
    case 'policy':
      return yield* policy(p, options);
    case 'search':
      return yield* search(p, options, false);
    case 'show':
      return yield* show(p, options, false);
    case 'madison':
    case 'depends':
      return yield* cacheListing(p, options);
    case 'pkgnames': {
      const available = yield* readAvailable(p);
      for (const name of available?.index.packages.keys() ?? [])
        if (name.startsWith(options.operands[0] ?? '')) yield* p.write(1, `${name}\n`);
      return 0;
    }
    case 'gencaches':
      return 0;
    case 'stats':
    case 'rdepends':
    case 'showpkg':
    case 'dump':
      throw new AptError(`strata: apt-cache ${options.command} is not simulated`);
  }
  throw new AptError(`E: Invalid operation ${options.command}`);
}

/** After `apt update`: how many packages could be upgraded. */
function* upgradeNote(p: Process, options: AptOptions): Step<void> {
  const printer = new Printer(p, options.quiet);
  yield* printer.step('Building dependency tree');
  if (exists(p, '/var/lib/apt/extended_states')) yield* printer.step('Reading state information');
  const count = upgradable(new Database(p), yield* readAvailable(p)).length;
  if (count === 0) yield* printer.say('All packages are up to date.\n');
  else
    yield* printer.say(
      count === 1
        ? `1 package can be upgraded. Run 'apt list --upgradable' to see it.\n`
        : `${count} packages can be upgraded. Run 'apt list --upgradable' to see them.\n`,
    );
}

/** apt-get download: archives into the working directory. */
function* downloadArchives(p: Process, options: AptOptions): Step<number> {
  const printer = new Printer(p, options.quiet);
  const available = yield* readAvailable(p);
  let number = 0;
  for (const name of options.operands) {
    const pkg = available?.get(name);
    if (pkg === undefined || available === undefined) throw new AptError(`E: Unable to locate package ${name}`);
    const { uri, suite, host } = available.sourceOf(pkg);
    if (!(yield* reaches(p, host))) throw new AptError(`E: Failed to fetch ${uri}  Temporary failure resolving '${host}'`);
    yield* printer.say(`Get:${++number} ${uri} ${suite}/main amd64 ${name} ${pkg.architecture} ${pkg.version} [${sizeText(pkg.size)}]\n`);
    const seconds = yield* download(p, pkg.size);
    putFile(p, `${p.cwd === '/' ? '' : p.cwd}/${fileName(pkg)}`, archiveBody(available.index.release, pkg));
    yield* printer.say(`Fetched ${sizeText(pkg.size)} in 0s (${sizeText(pkg.size / seconds)}/s)\n`);
  }
  return 0;
}

export const programs: Readonly<Record<string, Program>> = { apt, dpkg };
