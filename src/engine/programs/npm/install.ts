import { executableBody, type Process, type Step, SysError, TURN } from '../../kernel/index.ts';
import { generatedBody, textBody } from '../../tree/index.ts';
import { download, exists, makeDirectories, putFile, putLink, reaches, removeTree } from '../package-data/index.ts';
import type { Call } from './call.ts';
import { directory, type Json, NpmError, projectDirectory, readJson, readPackage, record, writeJson } from './project.ts';
import { choose, type Manifest, registryIndex } from './registry.ts';
import { notFound, type Placed, placeAll } from './tree.ts';

/** npm install, with and without names; npm uninstall comes here with a smaller package.json. */
export function* install(p: Process, call: Call): Step<number> {
  if (call.flags.has('global')) return yield* installGlobally(p, call);
  const dir = projectDirectory(p);
  const names = call.operands.filter((word) => word !== '.');
  for (const word of names)
    if (/^(?:\.|\/|git\+|https?:|file:|github:)|\.tgz$/.test(word))
      throw new NpmError('ESTRATA', `strata: npm installs names from its index only; ${word} is not simulated`);
  let json: Json;
  if (names.length > 0 && !exists(p, `${dir}/package.json`)) json = {};
  else json = readPackage(p, dir);
  yield* reachRegistry(p, call);
  const index = yield* registryIndex();
  const isDev = call.flags.has('save-dev');
  const saved = { ...record(json, isDev ? 'devDependencies' : 'dependencies') };
  for (const word of names) {
    const at = word.lastIndexOf('@');
    const [name, range] = at > 0 ? [word.slice(0, at), word.slice(at + 1)] : [word, 'latest'];
    const manifest = choose(index, name, range);
    if (manifest === 'missing') throw notFound(name, range === 'latest' ? '*' : range);
    if (manifest === undefined)
      throw new NpmError(
        'ETARGET',
        `notarget No matching version found for ${name}@${range}.\nnotarget In most cases you or one of your dependencies are requesting a package version that doesn't exist.`,
      );
    saved[name] = call.flags.has('save-exact') ? manifest.version : `^${manifest.version}`;
  }
  const field = isDev ? 'devDependencies' : 'dependencies';
  const fresh: Json =
    names.length === 0 ? json : { ...json, [field]: Object.fromEntries(Object.entries(saved).sort(([a], [b]) => (a < b ? -1 : 1))) };
  const lock = readJson(p, `${dir}/package-lock.json`);
  const kept = new Map(
    Object.entries((lock?.packages ?? {}) as Record<string, { version?: string }>).flatMap(([path, { version }]) =>
      version === undefined ? [] : [[path, version] as const],
    ),
  );
  const placed = placeAll(index, record(fresh, 'dependencies'), call.omitDev ? {} : record(fresh, 'devDependencies'), kept);
  const changes = yield* reify(p, call, dir, placed);
  if (names.length > 0 && !call.flags.has('no-save')) writeJson(p, `${dir}/package.json`, fresh);
  if (!call.flags.has('no-package-lock')) writeJson(p, `${dir}/package-lock.json`, lockOf(fresh, placed, dir));
  yield* report(p, call, changes, placed);
  return 0;
}

/** npm ci: exactly what the lock file says. */
export function* cleanInstall(p: Process, call: Call): Step<number> {
  const dir = projectDirectory(p);
  const json = readPackage(p, dir);
  const lock = readJson(p, `${dir}/package-lock.json`) ?? readJson(p, `${dir}/npm-shrinkwrap.json`);
  if (lock === undefined)
    throw new NpmError(
      'EUSAGE',
      `\nThe \`npm ci\` command can only install with an existing package-lock.json or\nnpm-shrinkwrap.json with lockfileVersion >= 1. Run an install with npm@5 or\nlater to generate a package-lock.json file, then try again.\n\nClean install a project\n\nUsage:\nnpm ci\n\naliases: clean-install, ic, install-clean, isntall-clean\n\nRun "npm help ci" for more info`,
    );
  const packages = (lock.packages ?? {}) as Record<
    string,
    { version?: string; dev?: boolean; dependencies?: Record<string, string>; bin?: unknown }
  >;
  const wanted = { ...record(json, 'dependencies'), ...record(json, 'devDependencies') };
  const missing = Object.keys(wanted).filter((name) => packages[`node_modules/${name}`] === undefined);
  if (missing.length > 0 && lock.packages !== undefined)
    throw new NpmError(
      'EUSAGE',
      `\n\`npm ci\` can only install packages when your package.json and package-lock.json or npm-shrinkwrap.json are in sync. Please update your lock file with \`npm install\` before continuing.\n\n${missing.map((name) => `Missing: ${name}@${wanted[name]!.replace(/^[~^]/, '')} from lock file`).join('\n')}\n\nClean install a project\n\nUsage:\nnpm ci\n\naliases: clean-install, ic, install-clean, isntall-clean\n\nRun "npm help ci" for more info`,
    );
  yield* reachRegistry(p, call);
  const index = yield* registryIndex();
  const placed = new Map<string, Placed>();
  for (const [path, { version, dev = false }] of Object.entries(packages)) {
    if (path === '' || version === undefined || (dev && call.omitDev)) continue;
    const name = path.slice(path.lastIndexOf('node_modules/') + 13);
    const known = choose(index, name, version);
    const manifest: Manifest =
      known === 'missing' || known === undefined
        ? { name, version, size: 40, dependencies: {}, bin: [], more: { count: 0, size: 0 } }
        : { ...known, version };
    placed.set(path, { path, manifest, dev });
  }
  removeTree(p, `${dir}/node_modules`);
  const changes = yield* reify(p, call, dir, placed);
  yield* report(p, call, changes, placed);
  return 0;
}

/** npm uninstall. */
export function* uninstall(p: Process, call: Call): Step<number> {
  const dir = projectDirectory(p);
  const json = readPackage(p, dir);
  for (const field of ['dependencies', 'devDependencies']) {
    if (json[field] === undefined) continue;
    const left = Object.fromEntries(Object.entries(record(json, field)).filter(([name]) => !call.operands.includes(name)));
    if (Object.keys(left).length > 0) json[field] = left;
    else delete json[field];
  }
  writeJson(p, `${dir}/package.json`, json);
  const placed = placeAll(yield* registryIndex(), record(json, 'dependencies'), record(json, 'devDependencies'), new Map());
  const changes = yield* reify(p, call, dir, placed);
  writeJson(p, `${dir}/package-lock.json`, lockOf(json, placed, dir));
  yield* report(p, call, changes, placed);
  return 0;
}

function* reachRegistry(p: Process, call: Call): Step<void> {
  const host = /^https?:\/\/([^/:]+)/.exec(call.registry)?.[1] ?? '';
  if (yield* reaches(p, host)) return;
  yield* p.sleep(70);
  const url = `${call.registry.replace(/\/$/, '')}/${call.operands[0] ?? Object.keys(record(readJson(p, `${projectDirectory(p)}/package.json`), 'dependencies'))[0] ?? ''}`;
  throw new NpmError('EAI_AGAIN', `syscall getaddrinfo\nerrno EAI_AGAIN\nrequest to ${url} failed, reason: getaddrinfo EAI_AGAIN ${host}`);
}

interface Changes {
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  readonly seconds: number;
}

const countOf = (placed: Iterable<Placed>): number => [...placed].reduce((sum, { manifest }) => sum + 1 + manifest.more.count, 0);

/** Makes node_modules what `placed` says, and counts what that took. */
function* reify(p: Process, call: Call, dir: string, placed: ReadonlyMap<string, Placed>): Step<Changes> {
  const started = p.now();
  const before = (readJson(p, `${dir}/node_modules/.package-lock.json`)?.packages ?? {}) as Record<
    string,
    { version?: string; strata?: number }
  >;
  let removed = 0;
  for (const [path, { strata = 0 }] of Object.entries(before)) {
    if (placed.has(path)) continue;
    removed += 1 + strata;
    removeTree(p, `${dir}/${path}`);
  }
  let added = 0;
  let changed = 0;
  let bytes = 0;
  for (const each of placed.values()) {
    const old = before[each.path]?.version;
    if (old === each.manifest.version && exists(p, `${dir}/${each.path}`)) continue;
    if (old === undefined) added += 1 + each.manifest.more.count;
    else changed++;
    bytes += (each.manifest.size + each.manifest.more.size) * 250;
    try {
      removeTree(p, `${dir}/${each.path}`);
      writeModule(p, `${dir}/${each.path}`, each.manifest);
      for (const name of each.manifest.bin)
        putLink(p, `${dir}/node_modules/.bin/${name}`, `../${each.path.replace(/^node_modules\//, '')}/bin/${name}`);
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      throw systemError(error, `${dir}/${each.path}`);
    }
    if (p.tick()) yield TURN;
  }
  if (bytes > 0) {
    yield* download(p, bytes);
    yield* p.sleep(0.3 + placed.size * 0.012 + bytes / 8_000_000);
    if (call.flags.has('no-cache') === false) keepInCache(p, placed);
  }
  if (placed.size > 0)
    writeJson(p, `${dir}/node_modules/.package-lock.json`, {
      lockfileVersion: 3,
      requires: true,
      packages: Object.fromEntries(
        [...placed.values()].map(({ path, manifest }) => [
          path,
          { version: manifest.version, ...(manifest.more.count > 0 ? { strata: manifest.more.count } : {}) },
        ]),
      ),
    });
  else removeTree(p, `${dir}/node_modules`);
  return { added, removed, changed, seconds: p.now() - started };
}

export function systemError(error: SysError, path: string): NpmError {
  const text = error.message.toLowerCase();
  return new NpmError(
    error.errno,
    `syscall mkdir\npath ${path}\nerrno -${error.errno === 'EACCES' ? 13 : error.errno === 'ENOSPC' ? 28 : 30}\nError: ${error.errno}: ${text}, mkdir '${path}'`,
    243,
  );
}

/** Writes a package's directory: package.json, its entry, its executables, and one file with the rest of its size. */
function writeModule(p: Process, path: string, manifest: Manifest): void {
  const { name, version, dependencies, bin, size, more } = manifest;
  const json = {
    name,
    version,
    main: 'index.js',
    license: 'MIT',
    ...(bin.length > 0 ? { bin: Object.fromEntries(bin.map((each) => [each, `bin/${each}`])) } : {}),
    dependencies,
  };
  putFile(p, `${path}/package.json`, textBody(`${JSON.stringify(json, undefined, 2)}\n`));
  putFile(
    p,
    `${path}/index.js`,
    textBody(`// ${name} ${version}: the code of packages is not part of Strata's index\nmodule.exports = {};\n`),
  );
  for (const each of bin) putFile(p, `${path}/bin/${each}`, executableBody(each, 2048), { mode: 0o755 });
  const rest = (size + more.size) * 1024 - 1500 - 2048 * bin.length;
  if (rest > 0) putFile(p, `${path}/lib/${name.replace(/^.*\//, '')}.contents`, generatedBody({ seed: size, size: rest }));
}

/** npm keeps what it fetched under ~/.npm/_cacache by digest. */
function keepInCache(p: Process, placed: ReadonlyMap<string, Placed>): void {
  const home = p.env.get('HOME') ?? '/root';
  try {
    for (const { manifest } of placed.values()) {
      let value = 0x811c9dc5;
      for (const letter of `${manifest.name}@${manifest.version}`) value = Math.imul(value ^ letter.charCodeAt(0), 0x01000193);
      const digits = (value >>> 0).toString(16).padStart(8, '0');
      const path = `${home}/.npm/_cacache/content-v2/sha512/${digits.slice(0, 2)}/${digits.slice(2, 4)}/${digits.repeat(15)}`;
      if (!exists(p, path))
        putFile(p, path, generatedBody({ seed: value, size: Math.max(600, (manifest.size + manifest.more.size) * 250) }));
    }
    makeDirectories(p, `${home}/.npm/_logs`);
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
  }
}

function lockOf(json: Json, placed: ReadonlyMap<string, Placed>, dir: string): Json {
  const own: Json = {};
  for (const field of ['name', 'version', 'license', 'dependencies', 'devDependencies'])
    if (json[field] !== undefined) own[field] = json[field];
  const name = json.name ?? dir.slice(dir.lastIndexOf('/') + 1);
  const packages = [...placed.values()]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, manifest, dev }) => [
      path,
      {
        version: manifest.version,
        resolved: `https://registry.npmjs.org/${manifest.name}/-/${manifest.name.replace(/^.*\//, '')}-${manifest.version}.tgz`,
        ...(dev ? { dev: true } : {}),
        license: 'MIT',
        ...(Object.keys(manifest.dependencies).length > 0 ? { dependencies: manifest.dependencies } : {}),
      },
    ]);
  return {
    name,
    ...(json.version === undefined ? {} : { version: json.version }),
    lockfileVersion: 3,
    requires: true,
    packages: { '': own, ...Object.fromEntries(packages) },
  };
}

const duration = (seconds: number): string =>
  seconds < 1 ? `${Math.round(seconds * 1000)}ms` : seconds < 60 ? `${Math.round(seconds)}s` : `${Math.floor(seconds / 60)}m`;
const packages = (count: number): string => `${count} package${count === 1 ? '' : 's'}`;

function* report(p: Process, call: Call, { added, removed, changed, seconds }: Changes, placed: ReadonlyMap<string, Placed>): Step<void> {
  if (call.silent) return;
  const total = countOf(placed.values());
  const parts = [
    ...(added > 0 ? [`added ${packages(added)}`] : []),
    ...(removed > 0 ? [added > 0 ? `removed ${packages(removed)}` : `removed ${packages(removed)}`] : []),
    ...(changed > 0 ? [`changed ${packages(changed)}`] : []),
  ];
  const audit = !call.flags.has('no-audit');
  if (call.major < 7) {
    yield* p.write(
      1,
      `${parts.length === 0 ? 'up to date' : parts.join(', ').replace(/^(added \d+ packages?)/, `$1 from ${Math.max(1, Math.round(total * 0.74))} contributors`)}${audit ? ` and audited ${packages(total)}` : ''} in ${seconds.toFixed(3)}s\n${audit ? 'found 0 vulnerabilities\n' : ''}\n`,
    );
    return;
  }
  const head = parts.length === 0 ? 'up to date' : parts.join(', ');
  yield* p.write(
    1,
    audit ? `\n${head}, and audited ${packages(total + 1)} in ${duration(seconds)}\n` : `\n${head} in ${duration(seconds)}\n`,
  );
  const funding = Math.round(total * 0.2);
  if (!call.flags.has('no-fund') && funding > 0)
    yield* p.write(1, `\n${funding} package${funding === 1 ? ' is' : 's are'} looking for funding\n  run \`npm fund\` for details\n`);
  if (audit) yield* p.write(1, '\nfound 0 vulnerabilities\n');
}

/** npm install -g: into the prefix of this npm, with executables beside it. */
function* installGlobally(p: Process, call: Call): Step<number> {
  yield* reachRegistry(p, call);
  const index = yield* registryIndex();
  const wanted: Record<string, string> = {};
  for (const word of call.operands) {
    const at = word.lastIndexOf('@');
    if (at > 0) wanted[word.slice(0, at)] = word.slice(at + 1);
    else wanted[word] = 'latest';
  }
  if (Object.keys(wanted).length === 0) throw new NpmError('ENOENT', `enoent Could not read package.json in ${directory(p)}`);
  const ownNpm = wanted.npm;
  delete wanted.npm;
  const placed = placeAll(index, wanted, {}, new Map());
  const started = p.now();
  try {
    for (const { path, manifest } of placed.values()) {
      const target = `${call.prefix}/lib/${path}`;
      removeTree(p, target);
      writeModule(p, target, manifest);
      for (const name of manifest.bin) putLink(p, `${call.prefix}/bin/${name}`, `../lib/${path}/bin/${name}`);
      yield* p.sleep(0.02);
    }
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    throw systemError(error, `${call.prefix}/lib/node_modules`);
  }
  yield* p.sleep(0.4);
  const count = countOf(placed.values());
  if (ownNpm !== undefined) yield* p.write(1, '\nchanged 1 package in 2s\n');
  if (count > 0 && !call.silent) yield* p.write(1, `\nadded ${packages(count)} in ${duration(p.now() - started)}\n`);
  return 0;
}
