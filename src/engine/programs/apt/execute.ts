import { type Process, type Step, SysError } from '../../kernel/index.ts';
import { textBody } from '../../tree/index.ts';
import { logTime } from '../dpkg/civil-time.ts';
import type { Database, Stanza } from '../dpkg/database.ts';
import { Output } from '../dpkg/output.ts';
import { Transaction } from '../dpkg/transaction.ts';
import { download, exists, makeDirectories, putFile, reaches, readText, removeTree, writeText } from '../package-data/index.ts';
import type { Available } from './available.ts';
import { AptError, type AptOptions, type Printer } from './call.ts';
import { nameList } from './columns.ts';
import { componentOf, fileName, type Package } from './index-data.ts';
import { orphans, type Plan, unpackOrder } from './plan.ts';
import { sizeText, timeText } from './sizes.ts';
import { keepsArchives } from './update.ts';

const ARCHIVES = '/var/cache/apt/archives';

/** Everything a run needs. */
export interface Job {
  readonly p: Process;
  readonly db: Database;
  readonly available: Available | undefined;
  readonly options: AptOptions;
  readonly printer: Printer;
  readonly plan: Plan;
  readonly purge: boolean;
  /** Upgradable packages that stay as they are. */
  readonly notUpgraded: number;
  /** How the command was typed, for history.log. */
  readonly commandLine: string;
}

/** Shows what is going to happen, asks, fetches, and runs dpkg. The status apt ends with. */
export function* execute(job: Job): Step<number> {
  const { db, options, printer, plan, purge, available } = job;
  const gone = new Set(plan.remove.map(({ name }) => name));
  const provides = available?.index.provides ?? {};
  const idle = new Set(plan.install.map(({ name }) => name)).size > 0 ? [] : orphans(db, gone, provides);
  yield* showIdle(printer, idle, options);
  const added = plan.install.filter(({ name }) => !plan.asked.has(name));
  yield* printer.say(
    nameList(
      'The following additional packages will be installed:',
      added.map(({ name }) => name),
    ),
  );
  yield* printer.say(nameList('Suggested packages:', plan.suggested));
  yield* printer.say(nameList('Recommended packages:', plan.recommended));
  yield* printer.say(
    nameList(
      'The following packages will be REMOVED:',
      plan.remove.map(({ name }) => (purge ? `${name}*` : name)),
    ),
  );
  yield* printer.say(
    nameList(
      'The following NEW packages will be installed:',
      plan.install.map(({ name }) => name),
    ),
  );
  yield* printer.say(
    nameList(
      'The following packages will be upgraded:',
      plan.upgrade.map(({ name }) => name),
    ),
  );
  const essential = plan.remove.filter(({ fields }) => fields.get('Essential') === 'yes');
  if (essential.length > 0)
    yield* printer.say(
      nameList(
        'WARNING: The following essential packages will be removed.\nThis should NOT be done unless you know exactly what you are doing!',
        essential.map(({ name }) => name),
      ),
    );
  const again = plan.reinstall.length > 0 ? `, ${plan.reinstall.length} reinstalled` : '';
  yield* printer.say(
    `${plan.upgrade.length} upgraded, ${plan.install.length} newly installed${again}, ${plan.remove.length} to remove and ${job.notUpgraded} not upgraded.\n`,
  );
  if (essential.length > 0 && !options.flags.has('allow-remove-essential') && !options.flags.has('force-yes'))
    throw new AptError('E: Essential packages were removed and -y was used without --allow-remove-essential.');
  if (plan.install.length + plan.upgrade.length + plan.remove.length + plan.reinstall.length === 0) return 0;
  if (options.flags.has('simulate') || options.flags.has('dry-run') || options.flags.has('just-print')) return yield* simulate(job);
  return yield* carryOut(job);
}

function* showIdle(printer: Printer, idle: readonly Stanza[], options: AptOptions): Step<void> {
  if (idle.length === 0 || options.command === 'autoremove' || options.flags.has('auto-remove') || options.flags.has('autoremove')) return;
  const one = idle.length === 1;
  yield* printer.say(
    nameList(
      one
        ? 'The following package was automatically installed and is no longer required:'
        : 'The following packages were automatically installed and are no longer required:',
      idle.map(({ name }) => name),
    ),
  );
  yield* printer.say(`Use 'apt autoremove' to remove ${one ? 'it' : 'them'}.\n`);
}

function* simulate({ printer, plan, available, purge }: Job): Step<number> {
  for (const stanza of plan.remove) yield* printer.out(`${purge ? 'Purg' : 'Remv'} ${stanza.name} [${stanza.version}]\n`);
  const order = unpackOrder([...plan.install, ...plan.upgrade], plan.asked);
  const origin =
    available === undefined
      ? ''
      : `${available.index.release.id === 'debian' ? 'Debian' : 'Ubuntu'}:${available.index.release.number}/${available.index.release.suite}`;
  for (const verb of ['Inst', 'Conf'])
    for (const pkg of order) yield* printer.out(`${verb} ${pkg.name} (${pkg.version} ${origin} [${pkg.architecture}])\n`);
  return 0;
}

function* carryOut(job: Job): Step<number> {
  const { p, db, options, printer, plan } = job;
  lock(p);
  const fetch = unpackOrder([...plan.install, ...plan.upgrade, ...plan.reinstall], plan.asked);
  const missing = fetch.filter((pkg) => !exists(p, `${ARCHIVES}/${fileName(pkg)}`));
  const bytes = fetch.reduce((sum, pkg) => sum + pkg.size, 0);
  const due = missing.reduce((sum, pkg) => sum + pkg.size, 0);
  if (fetch.length > 0)
    yield* printer.say(
      due === bytes ? `Need to get ${sizeText(bytes)} of archives.\n` : `Need to get ${sizeText(due)}/${sizeText(bytes)} of archives.\n`,
    );
  const before = (name: string): number => Number(db.installed(name)?.fields.get('Installed-Size') ?? 0);
  const grows =
    [...plan.install, ...plan.upgrade].reduce((sum, pkg) => sum + (pkg.installed - before(pkg.name)) * 1024, 0) -
    plan.remove.reduce((sum, { name }) => sum + before(name) * 1024, 0);
  yield* printer.say(
    grows < 0
      ? `After this operation, ${sizeText(grows)} disk space will be freed.\n`
      : `After this operation, ${sizeText(grows)} of additional disk space will be used.\n`,
  );
  const unasked = [...plan.install, ...plan.upgrade].some(({ name }) => !plan.asked.has(name)) || plan.remove.length > 0;
  if (!options.yes && unasked && !(yield* agreed(job))) return 1;
  if (!(yield* fetchArchives(job, missing, due))) return 100;
  if (options.flags.has('download-only')) {
    yield* printer.say('Download complete and in download only mode\n');
    return 0;
  }
  if (fetch.length > 0 && db.installed('apt-utils') === undefined)
    yield* printer.err('debconf: delaying package configuration, since apt-utils is not installed\n');
  yield* runDpkg(job, fetch);
  return 0;
}

function* agreed({ p, printer, options }: Job): Step<boolean> {
  yield* printer.out('Do you want to continue? [Y/n] ');
  let answer = '';
  if (!options.assumeNo) {
    const bytes = yield* p.read(0, 1024);
    answer = String.fromCharCode(...bytes);
    if (bytes.length > 0 && /^\s*(?:y.*)?\n?$/i.test(answer)) return true;
  } else yield* printer.out('N\n');
  yield* printer.out('Abort.\n');
  return false;
}

function* fetchArchives(job: Job, missing: readonly Package[], due: number): Step<boolean> {
  const { p, printer, available } = job;
  if (missing.length === 0 || available === undefined) return true;
  const hosts = new Map<string, boolean>();
  const failed: Package[] = [];
  const line = (verb: string, n: number, pkg: Package): string => {
    const { uri, suite } = available.sourceOf(pkg);
    return `${verb}:${n} ${uri} ${suite}/${componentOf(pkg)} amd64 ${pkg.name} ${pkg.architecture} ${pkg.version}`;
  };
  let seconds = 0;
  for (const [at, pkg] of missing.entries()) {
    const { host } = available.sourceOf(pkg);
    if (!hosts.has(host)) hosts.set(host, yield* reaches(p, host));
    if (!hosts.get(host)) {
      failed.push(pkg);
      continue;
    }
    yield* printer.say(`${line('Get', at + 1, pkg)} [${sizeText(pkg.size)}]\n`);
    seconds += yield* download(p, pkg.size);
    putFile(p, `${ARCHIVES}/${fileName(pkg)}`, archiveBody(available.index.release, pkg));
  }
  if (failed.length === 0) {
    yield* printer.say(`Fetched ${sizeText(due)} in ${timeText(seconds)} (${sizeText(due / seconds)}/s)\n`);
    return true;
  }
  for (let tries = 0; tries < 3; tries++) for (const [at, pkg] of failed.entries()) yield* printer.say(`${line('Ign', at + 1, pkg)}\n`);
  for (const [at, pkg] of failed.entries())
    yield* printer.say(`${line('Err', at + 1, pkg)}\n  Temporary failure resolving '${available.sourceOf(pkg).host}'\n`);
  for (const pkg of failed) {
    const { uri, host } = available.sourceOf(pkg);
    yield* printer.err(`E: Failed to fetch ${uri}/${poolPath(pkg)}  Temporary failure resolving '${host}'\n`);
  }
  yield* printer.err('E: Unable to fetch some archives, maybe run apt-get update or try with --fix-missing?\n');
  return false;
}

/** Where a package lies on a mirror; its source package is taken to have its own name. */
export const poolPath = (pkg: Package): string =>
  `pool/${componentOf(pkg)}/${pkg.name.startsWith('lib') ? pkg.name.slice(0, 4) : pkg.name[0]}/${pkg.name}/${fileName(pkg, false).replaceAll('+', '%2b')}`;

/** An archive's content: it says which package of which release it is, so that dpkg can unpack it. */
export const archiveBody = (release: { readonly id: string; readonly version: string }, pkg: Package): ReturnType<typeof textBody> => {
  const head = `!<arch>\ndebian-binary   strata-package: ${release.id}-${release.version} ${pkg.name} ${pkg.version}\n`;
  return textBody(head.padEnd(Math.max(head.length, pkg.size), '\n'));
};

function lock(p: Process): void {
  try {
    if (p.credentials.uid !== 0) throw new SysError('EACCES');
    makeDirectories(p, '/var/lib/dpkg');
    makeDirectories(p, `${ARCHIVES}/partial`, 0o700);
    for (const path of ['/var/lib/dpkg/lock-frontend', '/var/lib/dpkg/lock', `${ARCHIVES}/lock`])
      if (!exists(p, path)) putFile(p, path, textBody(''), { mode: 0o640 });
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    throw lockError(error);
  }
}
/** What apt says when it may not write dpkg's database. */
export function lockError(error: SysError): AptError {
  const number = error.errno === 'EROFS' ? 30 : 13;
  const hint = number === 13 ? ', are you root?' : '';
  return new AptError(
    `E: Could not open lock file /var/lib/dpkg/lock-frontend - open (${number}: ${error.message})\nE: Unable to acquire the dpkg frontend lock (/var/lib/dpkg/lock-frontend)${hint}`,
  );
}

function* runDpkg(job: Job, fetch: readonly Package[]): Step<void> {
  const { p, db, plan, purge, available } = job;
  const started = p.now();
  const out = new Output(p, { pty: true });
  const run = new Transaction(p, db, out, available?.index);
  try {
    for (const stanza of plan.remove) yield* run.remove(stanza);
    const many = fetch.length > 5;
    const digits = String(fetch.length - 1).length;
    for (const [at, pkg] of fetch.entries()) {
      const dir = many ? `/tmp/apt-dpkg-install-AAAAAA/${String(at).padStart(digits, '0')}-` : `${ARCHIVES}/`;
      yield* run.unpack(pkg, `${dir}${fileName(pkg)}`);
    }
    for (const pkg of fetch) yield* run.configure(pkg);
    const purged = purge ? plan.remove.filter((stanza) => stanza.configured) : [];
    if (purged.length > 0) yield* run.readDatabase(true);
    for (const stanza of purged) yield* run.purge(stanza);
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    yield* job.printer.err(`dpkg: error processing archive: ${error.message}\nE: Sub-process /usr/bin/dpkg returned an error code (1)\n`);
    db.save(p);
    throw new AptError('');
  }
  for (const pkg of plan.install) if (!plan.asked.has(pkg.name)) db.automatic.add(pkg.name);
  for (const name of plan.asked) db.automatic.delete(name);
  for (const { name } of plan.remove) db.automatic.delete(name);
  yield* run.finish();
  db.saveAutomatic(p);
  if (!keepsArchives(p)) for (const pkg of fetch) removeTree(p, `${ARCHIVES}/${fileName(pkg)}`);
  writeHistory(job, started, out.log);
}

function writeHistory({ p, plan, purge, commandLine }: Job, started: number, log: string): void {
  const dir = '/var/log/apt';
  makeDirectories(p, dir);
  const list = (title: string, items: readonly string[]): string => (items.length === 0 ? '' : `${title}: ${items.join(', ')}\n`);
  const text =
    `\nStart-Date: ${logTime(started, '  ')}\nCommandline: ${commandLine}\n` +
    list(
      'Install',
      plan.install.map((pkg) => `${pkg.name}:amd64 (${pkg.version}${plan.asked.has(pkg.name) ? '' : ', automatic'})`),
    ) +
    list(
      'Upgrade',
      plan.upgrade.map((pkg) => `${pkg.name}:amd64 (${pkg.version})`),
    ) +
    list(
      purge ? 'Purge' : 'Remove',
      plan.remove.map((stanza) => `${stanza.name}:amd64 (${stanza.version})`),
    ) +
    `End-Date: ${logTime(p.now(), '  ')}\n`;
  writeText(p, `${dir}/history.log`, (readText(p, `${dir}/history.log`) ?? '') + text);
  const term = `\nLog started: ${logTime(started, '  ')}\n${log}Log ended: ${logTime(p.now(), '  ')}\n`;
  writeText(p, `${dir}/term.log`, (readText(p, `${dir}/term.log`) ?? '') + term, { mode: 0o640 });
}
