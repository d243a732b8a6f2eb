import type { Process, Step } from '../../kernel/index.ts';
import type { ApkOptions } from './call.ts';
import { ApkError } from './call.ts';
import { openState } from './state.ts';

const READ = { writes: false, fetches: false };
const glob = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .replace(/[.+^$()[\]{}|\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
  );

/** apk update. */
export function* update(p: Process, options: ApkOptions): Step<number> {
  const state = yield* openState(p, options, { writes: true, fetches: true });
  const { repositories, failed, packages } = state;
  const count = packages.size === 0 ? 0 : repositories.some(({ community }) => community) ? 25_397 : 5_604;
  if (failed > 0) {
    yield* p.write(2, `${failed} unavailable, 0 stale; ${count} distinct packages available\n`);
    return failed;
  }
  if (options.quiet) return 0;
  for (const { url, branch } of repositories) yield* p.write(1, `v${branch}.0-1-g5ad2f1c1f5f [${url}]\n`);
  yield* p.write(1, `OK: ${count} distinct packages available\n`);
  return 0;
}

/** apk search: names that contain a word, newest version each. */
export function* search(p: Process, options: ApkOptions): Step<number> {
  const { packages } = yield* openState(p, options, READ);
  const exact = options.flags.has('exact');
  const patterns = options.operands.map((word) =>
    exact ? glob(word) : /[*?]/.test(word) ? glob(word) : new RegExp(word.replace(/[.*+?^$()[\]{}|\\]/g, '\\$&'), 'i'),
  );
  for (const pkg of [...packages.values()].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const text = options.flags.has('description') ? `${pkg.name} ${pkg.description}` : pkg.name;
    if (patterns.length > 0 && !patterns.some((pattern) => pattern.test(text))) continue;
    const described = options.flags.has('verbose') || options.flags.has('description');
    yield* p.write(1, `${pkg.name}-${pkg.version}${described ? ` - ${pkg.description === '' ? pkg.name : pkg.description}` : ''}\n`);
  }
  return 0;
}

/** apk info: what is installed, and about a package. */
export function* info(p: Process, options: ApkOptions): Step<number> {
  const { db, packages } = yield* openState(p, options, READ);
  if (options.flags.has('installed')) {
    const found = options.operands.filter((name) => db.packages.has(name));
    for (const name of found) yield* p.write(1, `${name}\n`);
    return found.length === options.operands.length ? 0 : 1;
  }
  if (options.flags.has('who-owns')) {
    let status = 0;
    for (const path of options.operands) {
      const owner = [...db.packages.values()].find(({ paths }) => paths.includes(path));
      if (owner === undefined) {
        status++;
        yield* p.write(2, `ERROR: ${path}: Could not find owner package\n`);
      } else yield* p.write(1, `${path} is owned by ${owner.name}-${owner.version}\n`);
    }
    return status;
  }
  if (options.operands.length === 0) {
    for (const { name, version } of db.packages.values())
      yield* p.write(1, options.flags.has('verbose') ? `${name}-${version}\n` : `${name}\n`);
    return 0;
  }
  let status = 0;
  for (const name of options.operands) {
    const here = db.packages.get(name);
    const pkg = here ?? packages.get(name);
    if (pkg === undefined) {
      status++;
      continue;
    }
    const title = `${name}-${pkg.version}`;
    const depends = pkg.depends.map((each) => `${each}\n`).join('');
    const size = here === undefined ? packages.get(name)!.installed : here.size / 1024;
    if (options.flags.has('contents'))
      yield* p.write(1, `${title} contains:\n${(here?.paths ?? []).map((path) => `${path.slice(1)}\n`).join('')}\n`);
    else if (options.flags.has('depends')) yield* p.write(1, `${title} depends on:\n${depends}\n`);
    else if (options.flags.has('size')) yield* p.write(1, `${title} installed size:\n${Math.ceil(size)} KiB\n\n`);
    else {
      const description = pkg.description === '' ? name : pkg.description;
      yield* p.write(
        1,
        `${title} description:\n${description}\n\n${title} webpage:\nhttps://alpinelinux.org/\n\n${title} installed size:\n${Math.ceil(size)} KiB\n\n`,
      );
    }
  }
  return status;
}

/** apk list [--installed] [pattern…] */
export function* list(p: Process, options: ApkOptions): Step<number> {
  const { db, packages } = yield* openState(p, options, READ);
  const patterns = options.operands.map(glob);
  const names = new Set([...db.packages.keys(), ...packages.keys()]);
  for (const name of [...names].sort()) {
    const here = db.packages.get(name);
    if (here === undefined && (options.flags.has('installed') || options.flags.has('list-installed'))) continue;
    if (patterns.length > 0 && !patterns.some((pattern) => pattern.test(name))) continue;
    const version = here?.version ?? packages.get(name)!.version;
    yield* p.write(1, `${name}-${version} x86_64 {${name}} (MIT)${here === undefined ? '' : ' [installed]'}\n`);
  }
  return 0;
}

/** apk policy: versions and where they come from. */
export function* policy(p: Process, options: ApkOptions): Step<number> {
  const { db, packages, repositories } = yield* openState(p, options, READ);
  for (const name of options.operands) {
    const here = db.packages.get(name);
    const pkg = packages.get(name);
    if (here === undefined && pkg === undefined) continue;
    yield* p.write(1, `${name} policy:\n`);
    for (const version of new Set([pkg?.version, here?.version].flatMap((each) => each ?? []))) {
      yield* p.write(1, `  ${version}:\n`);
      if (here?.version === version) yield* p.write(1, '    lib/apk/db/installed\n');
      const source = repositories.find(({ community }) => community === (pkg?.community ?? false));
      if (pkg?.version === version && source !== undefined) yield* p.write(1, `    ${source.url}\n`);
    }
  }
  return 0;
}

/** apk version: installed packages that differ from the repositories. */
export function* version(p: Process, options: ApkOptions): Step<number> {
  const { db, packages } = yield* openState(p, options, READ);
  yield* p.write(1, `${'Installed:'.padEnd(42)}Available:\n`);
  for (const { name, version: here } of db.packages.values()) {
    const there = packages.get(name)?.version;
    if (there !== undefined && there !== here) yield* p.write(1, `${`${name}-${here}`.padEnd(40)} < ${there} \n`);
  }
  return 0;
}

/** apk cache: there is none unless /etc/apk/cache is. */
export function* cache(p: Process): Step<number> {
  yield* p.sleep(0);
  if (!p.fs.exists('/etc/apk/cache')) throw new ApkError('Package cache is not enabled.', 2);
  return 0;
}
