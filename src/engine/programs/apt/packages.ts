import { type Process, type Step, SysError } from '../../kernel/index.ts';
import { Database, type Stanza } from '../dpkg/database.ts';
import { compareVersions } from '../dpkg/version.ts';
import { exists, readText } from '../package-data/index.ts';
import { type Available, readAvailable } from './available.ts';
import { AptError, type AptOptions, Printer } from './call.ts';
import { execute, lockError } from './execute.ts';
import { type Package, parsePackage } from './index-data.ts';
import { dependants, orphans, type Plan, planInstall, presentIn } from './plan.ts';

/** What apt opens before it does anything with packages. */
export interface Opened {
  readonly db: Database;
  readonly available: Available | undefined;
  readonly printer: Printer;
}

/** Reads lists and database, telling of it. */
export function* open(p: Process, options: AptOptions): Step<Opened> {
  const printer = new Printer(p, options.quiet);
  yield* printer.step('Reading package lists');
  yield* printer.step('Building dependency tree');
  const db = new Database(p);
  const available = yield* readAvailable(p);
  if (exists(p, '/var/lib/apt/extended_states')) yield* printer.step('Reading state information');
  return { db, available, printer };
}

const NOTHING: Plan = { install: [], asked: new Set(), upgrade: [], reinstall: [], remove: [], suggested: [], recommended: [] };

/** Installed packages with a newer version in the lists, but for held ones. */
export function upgradable(db: Database, available: Available | undefined): Package[] {
  if (available === undefined) return [];
  return db.all().flatMap((stanza) => {
    const pkg = available.get(stanza.name);
    return pkg !== undefined && !stanza.held && compareVersions(pkg.version, stanza.version) > 0 ? [pkg] : [];
  });
}

/** install, reinstall, remove, purge: what the words ask for. */
export function* change(p: Process, options: AptOptions, commandLine: string): Step<number> {
  if (p.credentials.uid !== 0 && !options.flags.has('simulate')) throw lockError(new SysError('EACCES'));
  const { db, available, printer } = yield* open(p, options);
  const installs = options.command === 'install' || options.command === 'reinstall';
  const purge = options.command === 'purge' || options.flags.has('purge');
  const present = presentIn(db, available);
  const wanted: Package[] = [];
  const upgrade: Package[] = [];
  const reinstall: Package[] = [];
  const remove = new Map<string, Stanza>();
  const asked = new Set<string>();
  const newer = upgradable(db, available);
  for (const word of options.operands) {
    const sign = /[+-]$/.exec(word)?.[0];
    const bare = sign !== undefined && find(db, available, word) === undefined ? word.slice(0, -1) : word;
    const adds = bare === word ? installs : sign === '+';
    if (adds) {
      const pkg = yield* pick(p, bare, db, available, printer);
      if (asked.has(pkg.name)) continue;
      asked.add(pkg.name);
      const here = db.installed(pkg.name);
      if (present(pkg.name) && (here === undefined || here.version === pkg.version || compareVersions(pkg.version, here.version) <= 0)) {
        if (options.flags.has('reinstall') || options.command === 'reinstall') reinstall.push(pkg);
        else {
          yield* printer.say(`${pkg.name} is already the newest version (${here?.version ?? pkg.version}).\n`);
          if (db.automatic.has(pkg.name)) {
            db.automatic.delete(pkg.name);
            db.saveAutomatic(p);
            yield* printer.say(`${pkg.name} set to manually installed.\n`);
          }
        }
      } else if (here !== undefined) upgrade.push(pkg);
      else if (options.flags.has('only-upgrade'))
        yield* printer.say(`Skipping ${pkg.name}, it is not installed and only upgrades are requested.\n`);
      else wanted.push(pkg);
    } else yield* choose(bare, db, available, printer, remove, purge);
  }
  const { recommends } = settings(p, options);
  const grown =
    available === undefined ? { install: wanted, suggested: [], recommended: [] } : planInstall(db, available, wanted, recommends);
  const provides = available?.index.provides ?? {};
  for (const stanza of dependants(db, new Set(remove.keys()), provides)) remove.set(stanza.name, stanza);
  if (options.flags.has('auto-remove') || options.flags.has('autoremove'))
    for (const stanza of orphans(db, new Set(remove.keys()), provides)) if (!asked.has(stanza.name)) remove.set(stanza.name, stanza);
  const plan: Plan = {
    install: grown.install,
    asked,
    upgrade,
    reinstall,
    remove: [...remove.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
    suggested: grown.suggested,
    recommended: grown.recommended,
  };
  const notUpgraded = newer.filter((pkg) => !upgrade.includes(pkg) && !remove.has(pkg.name)).length;
  return yield* execute({ p, db, available, options, printer, plan, purge, notUpgraded, commandLine });
}

/** upgrade, dist-upgrade, full-upgrade. */
export function* upgradeAll(p: Process, options: AptOptions, commandLine: string): Step<number> {
  if (p.credentials.uid !== 0) throw lockError(new SysError('EACCES'));
  const { db, available, printer } = yield* open(p, options);
  yield* printer.step('Calculating upgrade');
  const upgrade = upgradable(db, available);
  const plan = { ...NOTHING, upgrade, asked: new Set(upgrade.map(({ name }) => name).filter((name) => !db.automatic.has(name))) };
  return yield* execute({ p, db, available, options, printer, plan, purge: false, notUpgraded: 0, commandLine });
}

export function* autoremove(p: Process, options: AptOptions, commandLine: string): Step<number> {
  if (p.credentials.uid !== 0) throw lockError(new SysError('EACCES'));
  const { db, available, printer } = yield* open(p, options);
  const remove = orphans(db, new Set(), available?.index.provides ?? {});
  const purge = options.flags.has('purge') || options.command === 'autopurge';
  const notUpgraded = upgradable(db, available).length;
  return yield* execute({ p, db, available, options, printer, plan: { ...NOTHING, remove }, purge, notUpgraded, commandLine });
}

/** APT::Install-Recommends from the command line and apt.conf.d. */
function settings(p: Process, options: AptOptions): { recommends: boolean } {
  if (options.flags.has('no-install-recommends')) return { recommends: false };
  if (options.flags.has('install-recommends')) return { recommends: true };
  let value = options.settings.get('apt::install-recommends');
  const dir = '/etc/apt/apt.conf.d';
  if (value === undefined && exists(p, dir))
    for (const name of p.fs.readdir(dir))
      value = /^\s*APT::Install-Recommends\s+"?([^";]*)"?\s*;/im.exec(readText(p, `${dir}/${name}`) ?? '')?.[1] ?? value;
  return { recommends: !/^(?:0|false|no|off)$/i.test(value ?? '') };
}

function find(db: Database, available: Available | undefined, name: string): Package | Stanza | undefined {
  return available?.get(name) ?? db.packages.get(name);
}

const NOT_THERE = (name: string): AptError => new AptError(`E: Unable to locate package ${name}`);

/** The package that a word asks for: `name`, `name=version`, `name/suite`, `./file.deb`, a virtual package. */
function* pick(p: Process, word: string, db: Database, available: Available | undefined, printer: Printer): Step<Package> {
  if (/\//.test(word) && /\.deb$/.test(word)) return yield* local(p, word, available);
  const [, name = word, version] = /^([^=/]+)(?:=(.*)|\/.*)?$/.exec(word) ?? [];
  let pkg = available?.get(name.replace(/:(?:amd64|any|all)$/, ''));
  if (pkg === undefined) {
    const real = available?.index.provides[name];
    const other = real === undefined ? undefined : available?.get(real);
    if (other !== undefined) {
      yield* printer.say(`Note, selecting '${other.name}' instead of '${name}'\n`);
      pkg = other;
    }
  }
  if (pkg === undefined) {
    const here = db.installed(name);
    if (here !== undefined)
      return {
        ...parsePackage(here.name),
        version: here.version,
        installed: Number(here.fields.get('Installed-Size') ?? 0),
        architecture: here.architecture,
      };
    if (/[*?]/.test(name)) throw new AptError(`E: Unable to locate package ${name}\nE: Couldn't find any package by glob '${name}'`);
    if (/[.+^$[]/.test(name))
      throw new AptError(
        `E: Unable to locate package ${name}\nE: Couldn't find any package by glob '${name}'\nE: Couldn't find any package by regex '${name}'`,
      );
    throw NOT_THERE(name);
  }
  if (version !== undefined && !matches(pkg.version, version)) throw new AptError(`E: Version '${version}' for '${name}' was not found`);
  return pkg;
}

const matches = (version: string, wanted: string): boolean => {
  const pattern = wanted
    .replace(/[.+^$()[\]{}|\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${pattern}$`).test(version);
};

function* local(p: Process, path: string, available: Available | undefined): Step<Package> {
  const text = readText(p, path);
  if (text === undefined) throw new AptError(`E: Unsupported file ${path} given on commandline`);
  const [, name = ''] = /^!<arch>\ndebian-binary {3}strata-package: \S+ (\S+) /.exec(text) ?? [];
  const pkg = available?.get(name);
  if (pkg === undefined)
    throw new AptError(
      `E: Invalid archive signature\nE: Internal error, could not locate member control.tar{,.lz4,.gz,.xz,.bz2,.lzma}\nE: Could not read meta data from ${path}\nE: The package lists or status file could not be parsed or opened.`,
    );
  yield* p.sleep(0);
  return pkg;
}

/** Adds what a word names to the packages to remove. */
function* choose(
  word: string,
  db: Database,
  available: Available | undefined,
  printer: Printer,
  remove: Map<string, Stanza>,
  purge: boolean,
): Step<void> {
  if (/[*?]/.test(word)) {
    const pattern = new RegExp(
      `^${word
        .replace(/[.+^$()[\]{}|\\]/g, '\\$&')
        .replaceAll('*', '.*')
        .replaceAll('?', '.')}$`,
    );
    for (const stanza of db.all()) {
      if (!pattern.test(stanza.name)) continue;
      yield* printer.say(`Note, selecting '${stanza.name}' for glob '${word}'\n`);
      remove.set(stanza.name, stanza);
    }
    if (remove.size === 0) throw new AptError(`E: Unable to locate package ${word}\nE: Couldn't find any package by glob '${word}'`);
    return;
  }
  const stanza = db.packages.get(word);
  if (stanza?.installed || (purge && stanza?.configured)) remove.set(word, stanza!);
  else if (find(db, available, word) !== undefined) yield* printer.say(`Package '${word}' is not installed, so not removed\n`);
  else throw NOT_THERE(word);
}
