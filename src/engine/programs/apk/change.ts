import { type Process, type Step, TURN } from '../../kernel/index.ts';
import { addSystemUser } from '../accounts/system-account.ts';
import { userByName } from '../busybox/accounts.ts';
import { logTime } from '../dpkg/civil-time.ts';
import { download, makeDirectories, putFile, putLink } from '../package-data/index.ts';
import { ApkError, type ApkOptions } from './call.ts';
import { type Installed, stanza } from './database.ts';
import { filesOf } from './files.ts';
import type { ApkPackage } from './index-data.ts';
import { modern, openState, type State } from './state.ts';

const nameOf = (word: string): string => word.replace(/[=<>~@].*$/, '');

/** apk add. */
export function* add(p: Process, options: ApkOptions): Step<number> {
  const state = yield* openState(p, options, { writes: true, fetches: true });
  const { db, packages } = state;
  const missing = options.operands.filter((word) => !resolves(state, word));
  if (missing.length > 0) throw unsatisfiable(state, missing, options.virtual);
  const order: ApkPackage[] = [];
  const seen = new Set<string>();
  const visit = (name: string): void => {
    const pkg = packages.get(name);
    if (pkg === undefined || seen.has(name)) return;
    seen.add(name);
    for (const each of pkg.depends) visit(each);
    const here = db.packages.get(name);
    if (here === undefined || (options.flags.has('upgrade') && here.version !== pkg.version)) order.push(pkg);
  };
  const names = options.operands.map(nameOf);
  for (const name of [...names].sort()) visit(name);
  const { virtual } = options;
  const total = order.length + (virtual !== undefined ? 1 : 0);
  const changed: string[] = [];
  for (const [at, pkg] of order.entries()) yield* install(p, options, state, pkg, counter(state, at + 1, total), changed);
  if (virtual === undefined) for (const word of options.operands) db.world.set(nameOf(word), word);
  else {
    const version = logTime(p.now(), '.').replaceAll(/[-:]/g, '');
    if (!options.quiet) yield* p.write(1, `${counter(state, total, total)} Installing ${virtual} (${version})\n`);
    db.packages.set(
      virtual,
      stanza({
        name: virtual,
        version,
        size: 0,
        description: 'virtual meta package',
        depends: names,
        paths: [],
        download: 0,
        now: p.now(),
      }),
    );
    db.world.set(virtual, `${virtual}=${version}`);
  }
  yield* finish(p, options, state, changed);
  return 0;
}

/** A name that is there already, or that the repositories have, in the version asked for. */
function resolves({ db, packages }: State, word: string): boolean {
  const pkg = packages.get(nameOf(word)) ?? db.packages.get(nameOf(word));
  if (pkg === undefined) return false;
  const [, operator, version = ''] = /^[^=<>~@]+(=|~=?|[<>]=?)(.+)$/.exec(word) ?? [];
  if (operator === '=') return pkg.version === version;
  if (operator?.startsWith('~'))
    return pkg.version === version || pkg.version.startsWith(`${version}.`) || pkg.version.startsWith(`${version}-`);
  return true;
}

function unsatisfiable(state: State, words: readonly string[], virtual: string | undefined): ApkError {
  const by = (word: string): string => (virtual === undefined ? `world[${word}]` : `${virtual}-0[${word}]`);
  const isModern = modern(state.repositories);
  const lines = words.map((word) => {
    const name = nameOf(word);
    const pkg = state.packages.get(name);
    if (pkg === undefined) return `  ${name} (${isModern ? 'no such package' : 'missing'}):\n    required by: ${by(word)}`;
    return `  ${name}-${pkg.version}:\n    breaks: ${by(word)}`;
  });
  return new ApkError(`${isModern ? 'unable to select packages' : 'unsatisfiable constraints'}:\n${lines.join('\n')}`, words.length);
}

/** `(3/12)`; apk 3, from Alpine 3.23 on, aligns the numbers. */
const counter = (state: State, at: number, total: number): string =>
  `(${String(at).padStart(version3(state) ? String(total).length : 0)}/${total})`;
const version3 = ({ repositories }: State): boolean => Number(repositories[0]?.branch.split('.')[1] ?? 99) >= 23;

function* install(p: Process, options: ApkOptions, state: State, pkg: ApkPackage, count: string, changed: string[]): Step<void> {
  const { db, part } = state;
  const old = db.packages.get(pkg.name);
  if (!options.quiet)
    yield* p.write(
      1,
      old === undefined
        ? `${count} Installing ${pkg.name} (${pkg.version})\n`
        : `${count} Upgrading ${pkg.name} (${old.version} -> ${pkg.version})\n`,
    );
  if (options.flags.has('simulate') || part === undefined) return;
  yield* download(p, pkg.download * 1024);
  if (old !== undefined) removeFiles(p, old);
  const script = part.scripts[pkg.name] ?? [];
  const execute = function* (when: string): Step<void> {
    for (const name of script)
      if (name.startsWith(when) && !options.quiet) yield* p.write(1, `Executing ${pkg.name}-${pkg.version}.${name}\n`);
  };
  yield* execute('pre');
  const account = part.users[pkg.name];
  if (account !== undefined) addSystemUser(p, account.slice(0, account.indexOf(':')), account.slice(account.indexOf(':') + 1));
  for (const dir of part.dirs[pkg.name] ?? []) {
    makeDirectories(p, dir);
    const user = userByName(p, account?.split(':')[0] ?? '');
    if (user !== undefined) p.fs.chown(dir, user.uid, user.gid);
  }
  const files = filesOf(pkg, part);
  for (const { path, mode, body, link } of files) {
    if (link !== undefined) putLink(p, path, link);
    else if (body !== undefined) putFile(p, path, body, { mode });
    if (p.tick()) yield TURN;
  }
  yield* execute('post');
  changed.push(...files.map(({ path }) => path));
  if (pkg.name === 'ca-certificates') changed.push('ca-certificates');
  const { name, version, description, depends } = pkg;
  db.packages.set(
    name,
    stanza({
      name,
      version,
      size: pkg.installed * 1024,
      description,
      depends,
      paths: files.map(({ path }) => path),
      download: pkg.download * 1024,
      now: p.now(),
    }),
  );
  yield* p.sleep(0.02 + pkg.installed / 200_000);
}

/** Triggers, the database, and the line at the end. */
function* finish(p: Process, options: ApkOptions, state: State, changed: readonly string[]): Step<void> {
  const { db } = state;
  const trigger = function* (name: string): Step<void> {
    const pkg = db.packages.get(name);
    if (pkg !== undefined && !options.quiet) yield* p.write(1, `Executing ${name}-${pkg.version}.trigger\n`);
  };
  if (changed.some((path) => /^(?:\/usr)?\/s?bin\/|^\/lib\/modules/.test(path))) yield* trigger('busybox');
  if (changed.includes('ca-certificates')) yield* trigger('ca-certificates');
  if (!options.flags.has('simulate')) db.save(p);
  yield* summary(p, options, state);
}

export function* summary(p: Process, options: ApkOptions, state: State): Step<void> {
  const { size, packages } = state.db;
  const exact = size < 10 * 1048576 ? `${(size / 1024).toFixed(1)} KiB` : `${(size / 1048576).toFixed(1)} MiB`;
  if (!options.quiet)
    yield* p.write(
      1,
      `OK: ${version3(state) ? exact : `${Math.floor(size / 1048576)} MiB`} in ${packages.size} packages
`,
    );
}

/** apk del: the names, and what only they needed. */
export function* del(p: Process, options: ApkOptions): Step<number> {
  const state = yield* openState(p, { ...options, quiet: true }, { writes: true, fetches: false });
  const { db } = state;
  for (const word of options.operands) {
    if (db.packages.has(word) || db.world.has(word)) continue;
    yield* p.write(2, `ERROR: No such package: ${word}\n`);
    return 1;
  }
  for (const word of options.operands) {
    const holder = [...db.packages.values()].find(
      (other) =>
        other.depends.includes(word) && !options.operands.includes(other.name) && needed(state, new Set(options.operands)).has(other.name),
    );
    if (holder !== undefined && !options.quiet)
      yield* p.write(1, `World updated, but the following packages are not removed due to:\n  ${word}: ${holder.name}\n\n`);
    db.world.delete(word);
  }
  const keep = needed(state, new Set());
  const gone = [...db.packages.values()].filter(({ name }) => !keep.has(name)).reverse();
  const ordered = [
    ...gone.filter(({ name }) => options.operands.includes(name)),
    ...gone.filter(({ name }) => !options.operands.includes(name)),
  ];
  const changed: string[] = [];
  for (const [at, pkg] of ordered.entries()) {
    if (!options.quiet) yield* p.write(1, `${counter(state, at + 1, ordered.length)} Purging ${pkg.name} (${pkg.version})\n`);
    removeFiles(p, pkg);
    changed.push(...pkg.paths);
    db.packages.delete(pkg.name);
    yield* p.sleep(0.01);
  }
  yield* finish(p, options, state, changed);
  return 0;
}

/** Names that `world` needs, and the base: packages that nobody asked for and that lie here without files known. */
function needed({ db, packages }: State, without: ReadonlySet<string>): Set<string> {
  const keep = new Set<string>();
  const visit = (word: string): void => {
    const name = nameOf(word);
    const here = db.packages.get(name);
    if (here === undefined || keep.has(name)) return;
    keep.add(name);
    for (const each of here.depends) visit(each);
    for (const each of packages.get(name)?.depends ?? []) visit(each);
  };
  for (const name of db.world.keys()) if (!without.has(name)) visit(name);
  for (const pkg of db.packages.values()) if (!pkg.text.includes('\nt:') && !without.has(pkg.name)) visit(pkg.name);
  return keep;
}

function removeFiles(p: Process, pkg: Installed): void {
  for (const path of pkg.paths) if (p.fs.exists(path) || isLink(p, path)) p.fs.unlink(path);
  for (const path of pkg.paths)
    for (let dir = path.slice(0, path.lastIndexOf('/')); dir.split('/').length > 3; dir = dir.slice(0, dir.lastIndexOf('/'))) {
      if (!p.fs.exists(dir) || p.fs.readdir(dir).length > 0) break;
      p.fs.rmdir(dir);
    }
}

function isLink(p: Process, path: string): boolean {
  try {
    return p.fs.lstat(path).kind === 'symlink';
  } catch {
    return false;
  }
}

/** apk upgrade: installed packages of which the repositories have another version. */
export function* upgrade(p: Process, options: ApkOptions): Step<number> {
  const state = yield* openState(p, options, { writes: true, fetches: true });
  const newer = [...state.db.packages.values()].flatMap(({ name, version }) => {
    const pkg = state.packages.get(name);
    return pkg === undefined || pkg.version === version ? [] : [pkg];
  });
  const changed: string[] = [];
  for (const [at, pkg] of newer.entries()) yield* install(p, options, state, pkg, counter(state, at + 1, newer.length), changed);
  yield* finish(p, options, state, changed);
  return 0;
}
