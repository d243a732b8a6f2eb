// pip: Python distributions of a small index, installed into the Python that this pip belongs to.
// Knows requirements, PEP 440 numbers, site-packages with metadata, the cache, PEP 668; refuses to build anything from source.
// Sizes, versions and dependencies are PyPI's; exact versions in between are taken to exist.
import { encodeText, type Process, type Program, type Run, type Step, SysError } from '../../kernel/index.ts';
import { makeDirectories, readText, removeTree, writeText } from '../package-data/index.ts';
import { type Environment, environment, installed } from './environment.ts';
import { install } from './install.ts';
import { PipError, type PipOptions, readConfig, readOptions, userConfig } from './options.ts';
import { filesOf, uninstall } from './remove.ts';
import { canonical } from './version.ts';

const USAGE = `
Usage:   
  pip <command> [options]

Commands:
  install                     Install packages.
  download                    Download packages.
  uninstall                   Uninstall packages.
  freeze                      Output installed packages in requirements format.
  list                        List installed packages.
  show                        Show information about installed packages.
  check                       Verify installed packages have compatible dependencies.
  config                      Manage local and global configuration.
  cache                       Inspect and manage pip's wheel cache.
  help                        Show help for commands.
`;

/** Runs pip with these words, as the program and as `python -m pip`. */
export function* runPip(p: Process, args: readonly string[]): Run {
  try {
    const options = readOptions(p, args);
    const env = environment(p);
    if (env === undefined) throw new PipError('strata: there is no Python here that this pip belongs to');
    if (options.flags.has('--version')) {
      yield* p.write(1, `pip ${env.pip} from ${env.site}/pip (python ${env.python})\n`);
      return 0;
    }
    return yield* run(p, env, options);
  } catch (error) {
    if (error instanceof PipError) {
      yield* p.write(2, encodeText(`${error.message}\n`));
      return error.status;
    }
    if (!(error instanceof SysError)) throw error;
    yield* p.write(2, `ERROR: ${error.message}\n`);
    return 1;
  }
}

function* run(p: Process, env: Environment, options: PipOptions): Step<number> {
  switch (options.command) {
    case 'install':
      return yield* install(p, env, options);
    case 'uninstall':
      return yield* uninstall(p, env, options);
    case 'list':
      return yield* list(p, env, options);
    case 'freeze':
      for (const { name, version } of installed(p, env))
        if (options.flags.has('--all') || !['pip', 'setuptools', 'wheel', 'distribute'].includes(name))
          yield* p.write(1, `${name}==${version}\n`);
      return 0;
    case 'show':
      return yield* show(p, env, options);
    case 'check':
      yield* p.write(1, 'No broken requirements found.\n');
      return 0;
    case 'config':
      return yield* config(p, options);
    case 'cache':
      return yield* cache(p, options);
    case 'download':
    case 'wheel':
    case 'index':
    case 'search':
    case 'hash':
    case 'debug':
    case 'inspect':
    case 'completion':
      throw new PipError(`strata: pip ${options.command} is not simulated`);
    case '':
    case 'help':
      yield* p.write(1, USAGE);
      return 0;
  }
  throw new PipError(`ERROR: unknown command "${options.command}"`);
}

function* list(p: Process, env: Environment, options: PipOptions): Step<number> {
  const all = installed(p, env);
  if (options.format === 'freeze') {
    for (const { name, version } of all) yield* p.write(1, `${name}==${version}\n`);
    return 0;
  }
  if (options.format === 'json') {
    yield* p.write(1, `${JSON.stringify(all.map(({ name, version }) => ({ name, version })))}\n`);
    return 0;
  }
  const width = Math.max(7, ...all.map(({ name }) => name.length));
  const second = Math.max(7, ...all.map(({ version }) => version.length));
  yield* p.write(1, `${'Package'.padEnd(width)} Version\n${'-'.repeat(width)} ${'-'.repeat(second)}\n`);
  for (const { name, version } of all) yield* p.write(1, `${name.padEnd(width)} ${version}\n`);
  return 0;
}

function* show(p: Process, env: Environment, options: PipOptions): Step<number> {
  const all = installed(p, env);
  let found = 0;
  for (const word of options.words) {
    const each = all.find(({ name }) => canonical(name) === canonical(word));
    if (each === undefined) {
      yield* p.write(2, `WARNING: Package(s) not found: ${word}\n`);
      continue;
    }
    const requires = [...(readText(p, `${each.info}/METADATA`) ?? '').matchAll(/^Requires-Dist: ([A-Za-z0-9._-]+)/gm)].map(
      (match) => match[1]!,
    );
    yield* p.write(
      1,
      `${found++ > 0 ? '---\n' : ''}Name: ${each.name}\nVersion: ${each.version}\nLocation: ${each.site}\nRequires: ${requires.join(', ')}\nRequired-by: \n`,
    );
    if (options.flags.has('--files'))
      yield* p.write(
        1,
        `Files:\n${filesOf(p, each)
          .map((path) => `  ${path}\n`)
          .join('')}`,
      );
  }
  return found > 0 ? 0 : 1;
}

/** pip config set|get|list|unset for the user's file. */
function* config(p: Process, options: PipOptions): Step<number> {
  const [action = '', key = '', value = ''] = options.words;
  const name = key.replace(/^.*\./, '');
  const path = userConfig(p);
  if (action === 'list') {
    for (const [each, text] of readConfig(p)) yield* p.write(1, `global.${each}='${text}'\n`);
    return 0;
  }
  if (action === 'get') {
    const found = readConfig(p).get(name);
    if (found === undefined) throw new PipError(`ERROR: No such key - ${key}`);
    yield* p.write(1, `${found}\n`);
    return 0;
  }
  if (action !== 'set' && action !== 'unset') throw new PipError(`strata: pip config ${action} is not simulated`);
  const lines = (readText(p, path) ?? '')
    .split('\n')
    .filter((line) => line.trim() !== '' && line !== '[global]' && !line.startsWith(`${name} `));
  if (action === 'set') lines.push(`${name} = ${value}`);
  makeDirectories(p, path.slice(0, path.lastIndexOf('/')));
  writeText(p, path, `[global]\n${lines.map((line) => `${line}\n`).join('')}\n`);
  yield* p.write(1, `Writing to ${path}\n`);
  return 0;
}

function* cache(p: Process, options: PipOptions): Step<number> {
  const dir = `${p.env.get('HOME') ?? '/root'}/.cache/pip`;
  const [action = ''] = options.words;
  if (action === 'dir') yield* p.write(1, `${dir}\n`);
  else if (action === 'purge') {
    const count = countFiles(p, dir);
    removeTree(p, dir);
    yield* p.write(1, `Files removed: ${count}\n`);
  } else throw new PipError(`strata: pip cache ${action} is not simulated`);
  return 0;
}

function countFiles(p: Process, path: string): number {
  if (!p.fs.exists(path)) return 0;
  if (p.fs.lstat(path).kind !== 'dir') return 1;
  return p.fs.readdir(path).reduce((sum, name) => sum + countFiles(p, `${path}/${name}`), 0);
}

const pip: Program = (p) => runPip(p, p.argv.slice(1));

export const programs: Readonly<Record<string, Program>> = { pip };
