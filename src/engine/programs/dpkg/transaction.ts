import { type Process, type Step, SysError, TURN } from '../../kernel/index.ts';
import { fileName, type Package, type PackageIndex, qualified } from '../apt/index-data.ts';
import { userByName } from '../busybox/accounts.ts';
import { exists, makeDirectories, putDirectory, putFile, putLink, removeTree, writeText } from '../package-data/index.ts';
import { type Database, pathsOf, Stanza } from './database.ts';
import { Journal } from './journal.ts';
import type { Output } from './output.ts';
import { type PackagePath, packagePaths } from './package-files.ts';
import { configureScript, removeScript, runLdconfig } from './scripts.ts';

/** Virtual seconds to unpack a megabyte. */
const UNPACK_RATE = 0.012;
const INFO = '/var/lib/dpkg/info';

const relation = (alternatives: readonly (readonly string[])[]): string => alternatives.map((each) => each.join(' | ')).join(', ');

/** The stanza that dpkg keeps of an installed package. */
export function stanzaOf(pkg: Package, status: string): Stanza {
  const fields = new Map<string, string>([
    ['Package', pkg.name],
    ['Status', status],
    ...(pkg.essential ? [['Essential', 'yes'] as const] : []),
    ['Priority', pkg.essential ? 'required' : 'optional'],
    ['Installed-Size', String(pkg.installed)],
    ['Architecture', pkg.architecture],
    ...(pkg.same ? [['Multi-Arch', 'same'] as const] : []),
    ['Version', pkg.version],
    ...(pkg.depends.length > 0 ? [['Depends', relation(pkg.depends)] as const] : []),
    ...(pkg.recommends.length > 0 ? [['Recommends', relation(pkg.recommends)] as const] : []),
    ['Description', pkg.description === '' ? pkg.name : pkg.description],
  ]);
  return new Stanza(fields);
}

/** How dpkg shortens an archive's name: leading directories go until 30 characters are left (summarize_filename). */
export function summary(path: string): string {
  let rest = path;
  while (rest.length > 30 && rest.includes('/')) rest = rest.slice(rest.indexOf('/') + 1);
  return rest === path ? path : `.../${rest}`;
}

/** One run of dpkg: packages unpacked, configured and removed, with its messages, its log and its triggers. */
export class Transaction {
  readonly #p: Process;
  readonly #db: Database;
  readonly #out: Output;
  readonly #journal: Journal;
  readonly #index: PackageIndex | undefined;
  #read = false;
  #libraries = false;
  #certificates = false;
  #manuals = false;

  constructor(p: Process, db: Database, out: Output, index: PackageIndex | undefined) {
    this.#p = p;
    this.#db = db;
    this.#out = out;
    this.#journal = new Journal(p);
    this.#index = index;
  }

  /** Paths that dpkg knows of: those of its lists, and of the base image where that has no lists. */
  paths(): number {
    const all = new Set<string>();
    let listed = false;
    for (const stanza of this.#db.packages.values()) {
      const mine = pathsOf(this.#p, stanza);
      if (mine === undefined) continue;
      if (stanza.name === 'dpkg' || stanza.name === 'base-files') listed = true;
      for (const path of mine) all.add(path);
    }
    return listed ? all.size : all.size + (this.#index?.release.paths ?? 0);
  }

  *readDatabase(again = false): Step<void> {
    if (this.#read && !again) return;
    this.#read = true;
    yield* this.#out.database(this.paths());
  }

  /** Unpacks an archive. Throws SysError when a file cannot be written. */
  *unpack(pkg: Package, archive = `/var/cache/apt/archives/${fileName(pkg)}`): Step<void> {
    const p = this.#p;
    const old = this.#db.installed(pkg.name);
    const known = this.#db.packages.get(pkg.name);
    const name = qualified(pkg);
    this.#journal.note(
      `${old === undefined ? 'install' : 'upgrade'} ${pkg.name}:${pkg.architecture} ${old?.version ?? '<none>'} ${pkg.version}`,
    );
    if (old === undefined) {
      if (known?.configured !== true)
        yield* this.#out.line(`Selecting previously ${known === undefined ? 'unselected' : 'deselected'} package ${name}.`);
      yield* this.readDatabase();
    } else yield* this.readDatabase(true);
    yield* this.#out.line(`Preparing to unpack ${summary(archive)} ...`);
    const over = old === undefined ? '' : ` over (${old.version})`;
    yield* this.#out.line(`Unpacking ${name} (${pkg.version})${over} ...`);
    if (old !== undefined) this.#deleteFiles(old, false);
    const paths = yield* packagePaths(p, pkg);
    for (const each of paths) {
      this.#put(each, known?.configured === true || old !== undefined);
      if (p.tick()) yield TURN;
    }
    const listed = withParents(paths.map(({ path }) => path));
    writeText(p, `${INFO}/${name}.list`, `${listed.join('\n')}\n`);
    const conffiles = paths.filter(({ conffile, link }) => conffile && link === undefined).map(({ path }) => path);
    if (conffiles.length > 0) writeText(p, `${INFO}/${name}.conffiles`, `${conffiles.join('\n')}\n`);
    const stanza = stanzaOf(pkg, 'install ok unpacked');
    if (conffiles.length > 0) stanza.fields.set('Conffiles', conffiles.map((path) => `\n ${path}`).join(''));
    this.#db.packages.set(pkg.name, stanza);
    this.#journal.note(`status half-installed ${pkg.name}:${pkg.architecture} ${pkg.version}`);
    this.#journal.note(`status unpacked ${pkg.name}:${pkg.architecture} ${pkg.version}`);
    if (paths.some(({ path }) => /\.so(?:\.|$)/.test(path))) this.#libraries = true;
    if (paths.some(({ path }) => path.startsWith('/usr/share/ca-certificates'))) this.#certificates = true;
    this.#manuals = true;
    yield* p.sleep(0.01 + (pkg.installed / 1024) * UNPACK_RATE);
  }

  *configure(pkg: Package): Step<void> {
    const name = `${pkg.name}:${pkg.architecture}`;
    this.#journal.note(`configure ${name} ${pkg.version} <none>`);
    yield* this.#out.line(`Setting up ${qualified(pkg)} (${pkg.version}) ...`);
    this.#journal.note(`status unpacked ${name} ${pkg.version}`);
    this.#journal.note(`status half-configured ${name} ${pkg.version}`);
    yield* configureScript(this.#p, pkg.name, this.#out);
    this.#db.packages.get(pkg.name)?.fields.set('Status', 'install ok installed');
    this.#journal.note(`status installed ${name} ${pkg.version}`);
    yield* this.#p.sleep(0.01);
  }

  /** Removes a package; its configuration files stay unless `purge`, which is the caller's second step. */
  *remove(stanza: Stanza): Step<void> {
    yield* this.readDatabase();
    this.#journal.note(`remove ${stanza.name}:${stanza.architecture} ${stanza.version} <none>`);
    yield* this.#out.line(`Removing ${stanza.qualified} (${stanza.version}) ...`);
    yield* removeScript(this.#p, stanza.name);
    const paths = pathsOf(this.#p, stanza) ?? [];
    if (paths.some((path) => /\.so(?:\.|$)/.test(path))) this.#libraries = true;
    const left = this.#deleteFiles(stanza, true);
    if (left.length > 0) {
      stanza.fields.set('Status', 'deinstall ok config-files');
      stanza.fields.delete('Essential');
      writeText(this.#p, `${INFO}/${stanza.qualified}.list`, `${withParents(left).join('\n')}\n`);
      this.#journal.note(`status config-files ${stanza.name}:${stanza.architecture} ${stanza.version}`);
    } else {
      this.#forget(stanza);
      this.#journal.note(`status not-installed ${stanza.name}:${stanza.architecture} <none>`);
    }
    yield* this.#p.sleep(0.02);
  }

  /** Removes the configuration files that `remove` left. */
  *purge(stanza: Stanza): Step<void> {
    if (!stanza.configured) return;
    yield* this.#out.line(`Purging configuration files for ${stanza.qualified} (${stanza.version}) ...`);
    this.#journal.note(`purge ${stanza.name}:${stanza.architecture} ${stanza.version} <none>`);
    const paths = pathsOf(this.#p, stanza) ?? [];
    for (const path of paths) if (kindOf(this.#p, path) === 'file') this.#p.fs.unlink(path);
    for (const path of [...paths].reverse()) this.#dropEmpty(path, stanza);
    this.#forget(stanza);
    this.#journal.note(`status not-installed ${stanza.name}:${stanza.architecture} <none>`);
  }

  /** Triggers, then the database and the log are written. */
  *finish(): Step<void> {
    for (const [due, name, run] of [
      [this.#certificates && this.#db.installed('ca-certificates') !== undefined, 'ca-certificates', certificates],
      [this.#libraries, 'libc-bin', libraries],
      [this.#manuals && this.#db.installed('man-db') !== undefined, 'man-db', nothing],
    ] as const) {
      if (!due) continue;
      const base = this.#index?.packages.get(name);
      const version = this.#db.installed(name)?.version ?? (base?.base === true ? base.version : undefined);
      if (version !== undefined) yield* this.#out.line(`Processing triggers for ${name} (${version}) ...`);
      yield* run(this.#p, this.#out, this.#db);
    }
    this.#db.save(this.#p);
    this.#journal.save();
  }

  #put({ path, mode, body, link, owner, conffile }: PackagePath, keep: boolean): void {
    const p = this.#p;
    if (conffile && keep && exists(p, path)) return;
    if (owner !== undefined) {
      makeDirectories(p, path);
      const user = owner === '/' ? undefined : userByName(p, owner);
      putDirectory(p, path, {});
      if (user !== undefined) p.fs.chown(path, user.uid, user.gid);
    } else if (link !== undefined) {
      if (kindOf(p, path) !== 'dir') putLink(p, path, link);
    } else if (body !== undefined) putFile(p, path, body, { mode });
  }

  /** Deletes what a package owns and nobody else; gives the configuration files that stayed. */
  #deleteFiles(stanza: Stanza, directories: boolean): string[] {
    const paths = pathsOf(this.#p, stanza) ?? [];
    const conffiles = new Set((stanza.fields.get('Conffiles') ?? '').split('\n').map((line) => line.trim().split(' ')[0]!));
    const left: string[] = [];
    for (const path of paths) {
      const kind = kindOf(this.#p, path);
      if (kind === undefined || kind === 'dir') continue;
      if (conffiles.has(path)) left.push(path);
      else this.#p.fs.unlink(path);
    }
    if (directories) for (const path of [...paths].reverse()) this.#dropEmpty(path, stanza);
    return left;
  }

  #dropEmpty(path: string, stanza: Stanza): void {
    if (path === '/.' || kindOf(this.#p, path) !== 'dir' || path.split('/').length < 4) return;
    if (this.#p.fs.readdir(path).length > 0) return;
    for (const other of this.#db.packages.values()) if (other !== stanza && (pathsOf(this.#p, other)?.includes(path) ?? false)) return;
    if (this.#p.fs.place(path, false).mount.path !== path) this.#p.fs.rmdir(path);
  }

  #forget(stanza: Stanza): void {
    this.#db.packages.delete(stanza.name);
    for (const name of [stanza.name, `${stanza.name}:${stanza.architecture}`])
      for (const kind of ['list', 'conffiles', 'md5sums']) removeTree(this.#p, `${INFO}/${name}.${kind}`);
  }
}

function kindOf(p: Process, path: string): string | undefined {
  try {
    return p.fs.lstat(path).kind;
  } catch (error) {
    if (error instanceof SysError) return undefined;
    throw error;
  }
}

/** Paths with every directory above them, as a package's list has them. */
function withParents(paths: readonly string[]): string[] {
  const all = new Set<string>(['/.']);
  for (const path of [...paths].sort()) {
    const parts = path.split('/');
    for (let i = 2; i <= parts.length; i++) all.add(parts.slice(0, i).join('/'));
  }
  return [...all];
}

function* certificates(_p: Process, out: Output): Step<void> {
  yield* out.line('Updating certificates in /etc/ssl/certs...');
  yield* out.line('0 added, 0 removed; done.');
  yield* out.line('Running hooks in /etc/ca-certificates/update.d...');
  yield* out.line('done.');
}
function* libraries(p: Process, _out: Output, db: Database): Step<void> {
  runLdconfig(p, db.packages.size);
  yield* p.sleep(0.02);
}
function* nothing(): Step<void> {}
