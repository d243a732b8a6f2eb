// npm and npx: packages of a small index in node_modules, lock files, and scripts of package.json.
// Knows version ranges, nested placement, the cache in ~/.npm; refuses to run packages' own code or install scripts.
// Large trees (jest, webpack …) are one directory with the right count and size. What is printed was recorded from npm 11.
import { decodeText, encodeText, type Process, type Program, type Run, type Step, SysError } from '../../kernel/index.ts';
import { removeTree, writeText } from '../package-data/index.ts';
import { type Call, errorText, readCall, readConfig } from './call.ts';
import { cleanInstall, install, systemError, uninstall } from './install.ts';
import { directory, NpmError, projectDirectory, readJson, readPackage, record, writeJson } from './project.ts';
import { choose, registryIndex } from './registry.ts';
import { listScripts, runScript, shell } from './scripts.ts';

const npm: Program = function* main(p: Process): Run {
  const npx = (p.argv[0] ?? '').split('/').at(-1) === 'npx';
  const call = readCall(p, npx ? ['exec', ...p.argv.slice(1)] : p.argv.slice(1));
  try {
    for (const warning of call.warnings) yield* p.write(2, `npm warn ${warning}\n`);
    if (npx) return yield* execute(p, call, p.argv.slice(1));
    return yield* run(p, call);
  } catch (error) {
    const known = error instanceof SysError ? systemError(error, directory(p)) : error;
    if (!(known instanceof NpmError)) throw error;
    yield* p.write(2, errorText(call, known, p));
    return known.status;
  }
};

const ALIASES: Readonly<Record<string, string>> = {
  i: 'install', in: 'install', add: 'install', isntall: 'install', 'clean-install': 'ci', ic: 'ci', 'run-script': 'run', rum: 'run', t: 'test', tst: 'test', rm: 'uninstall', r: 'uninstall',
  un: 'uninstall', remove: 'uninstall', unlink: 'uninstall', ls: 'list', ll: 'list', la: 'list', c: 'config', x: 'exec', v: 'view', info: 'view', show: 'view', create: 'init', up: 'update', upgrade: 'update',
}; // biome-ignore format: a table

function* run(p: Process, call: Call): Step<number> {
  const command = ALIASES[call.command] ?? call.command;
  if (call.flags.has('version') && command === '') {
    yield* p.write(1, `${call.version}\n`);
    return 0;
  }
  switch (command) {
    case 'install':
    case 'update':
      return yield* install(p, command === 'update' ? { ...call, operands: [] } : call);
    case 'ci':
      return yield* cleanInstall(p, call);
    case 'uninstall':
      return yield* uninstall(p, call);
    case 'run':
      return call.operands.length === 0
        ? yield* listScripts(p)
        : yield* runScript(p, call, call.operands[0]!, [...call.operands.slice(1), ...call.rest]);
    case 'start':
    case 'test':
    case 'stop':
    case 'restart':
      return yield* runScript(p, call, command, [...call.operands, ...call.rest]);
    case 'init':
      return yield* init(p, call);
    case 'list':
      return yield* list(p, call);
    case 'config':
    case 'set':
    case 'get':
      return yield* config(p, command === 'config' ? call : { ...call, operands: [command, ...call.operands] });
    case 'cache':
      if (call.operands[0] === 'clean' || call.operands[0] === 'clear') {
        if (call.flags.has('force')) yield* p.write(2, 'npm warn using --force Recommended protections disabled.\n');
        removeTree(p, `${p.env.get('HOME') ?? '/root'}/.npm/_cacache`);
      }
      return 0;
    case 'root':
      yield* p.write(1, `${call.flags.has('global') ? `${call.prefix}/lib` : projectDirectory(p)}/node_modules\n`);
      return 0;
    case 'prefix':
      yield* p.write(1, `${call.flags.has('global') ? call.prefix : projectDirectory(p) || '/'}\n`);
      return 0;
    case 'exec':
      return yield* execute(p, call, [...call.operands, ...call.rest]);
    case 'view':
      return yield* view(p, call);
    case 'prune': {
      return yield* install(p, { ...call, operands: [] });
    }
    case 'audit':
    case 'fund':
    case 'outdated':
      if (command === 'audit') yield* p.write(1, 'found 0 vulnerabilities\n');
      return 0;
    case 'help':
    case '':
      yield* p.write(
        1,
        "npm <command>\n\nUsage:\n\nnpm install        install all the dependencies in your project\nnpm install <foo>  add the <foo> dependency to your project\nnpm test           run this project's tests\nnpm run <foo>      run the script named <foo>\nnpm <command> -h   quick help on <command>\n",
      );
      return command === '' ? 1 : 0;
    case 'publish':
    case 'pack':
    case 'link':
    case 'login':
    case 'adduser':
    case 'rebuild':
    case 'version':
    case 'dedupe':
    case 'doctor':
    case 'explain':
      throw new NpmError('ESTRATA', `strata: npm ${command} is not simulated`);
  }
  yield* p.write(1, `Unknown command: "${call.command}"\n\nTo see a list of supported npm commands, run:\n  npm help\n`);
  return 1;
}

/** npm init -y. */
function* init(p: Process, call: Call): Step<number> {
  if (call.operands.length > 0) throw new NpmError('ESTRATA', 'strata: npm init with an initializer is not simulated');
  if (!call.flags.has('yes')) throw new NpmError('ESTRATA', 'strata: npm init asks no questions here; use npm init -y');
  const dir = directory(p);
  const old = readJson(p, `${dir}/package.json`) ?? {};
  const name = decodeText(dir.slice(dir.lastIndexOf('/') + 1)).toLowerCase() || 'root';
  const json = {
    name,
    version: '1.0.0',
    ...(call.major >= 10 ? { description: '' } : {}),
    main: 'index.js',
    scripts: { test: 'echo "Error: no test specified" && exit 1' },
    keywords: [],
    author: '',
    license: 'ISC',
    ...(call.major >= 7 && call.major < 10 ? { description: '' } : {}),
    ...(call.major >= 11 ? { type: 'commonjs' } : {}),
    ...old,
  };
  writeJson(p, `${dir}/package.json`, json);
  yield* p.write(1, encodeText(`Wrote to ${decodeText(dir)}/package.json:\n\n${JSON.stringify(json, undefined, 2)}\n\n\n`));
  return 0;
}

function* list(p: Process, call: Call): Step<number> {
  const global = call.flags.has('global');
  const dir = global ? `${call.prefix}/lib` : projectDirectory(p);
  const json = global ? {} : (readJson(p, `${dir}/package.json`) ?? {});
  const wanted = { ...record(json, 'dependencies'), ...record(json, 'devDependencies') };
  const names = global ? (p.fs.exists(`${dir}/node_modules`) ? p.fs.readdir(`${dir}/node_modules`) : []) : Object.keys(wanted).sort();
  const title = json.name === undefined ? dir : `${json.name}@${json.version ?? ''} ${decodeText(dir)}`;
  let missing = 0;
  const lines = names.map((name) => {
    const version = readJson(p, `${dir}/node_modules/${name}/package.json`)?.version;
    if (version === undefined) missing++;
    return version === undefined ? `UNMET DEPENDENCY ${name}@${wanted[name]}` : `${name}@${version}`;
  });
  const tree =
    lines.length === 0 ? '└── (empty)\n' : lines.map((line, at) => `${at < lines.length - 1 ? '├──' : '└──'} ${line}\n`).join('');
  yield* p.write(1, encodeText(`${title}\n${tree}\n`));
  if (missing > 0)
    throw new NpmError(
      'ELSPROBLEMS',
      names
        .filter((name) => !p.fs.exists(`${dir}/node_modules/${name}`))
        .map((name) => `missing: ${name}@${wanted[name]}, required by ${json.name ?? ''}@${json.version ?? ''}`)
        .join('\n'),
    );
  return 0;
}

/** npm config get|set|list|delete, in the user's .npmrc. */
function* config(p: Process, call: Call): Step<number> {
  const [action = 'list', first = '', second] = call.operands;
  const path = `${p.env.get('HOME') ?? '/root'}/.npmrc`;
  const values = readConfig(p);
  if (action === 'get') {
    yield* p.write(1, `${first === 'registry' ? call.registry : (values.get(first) ?? 'undefined')}\n`);
    return 0;
  }
  if (action === 'set' || action === 'delete') {
    const at = first.indexOf('=');
    const [name, value] = at > 0 ? [first.slice(0, at), first.slice(at + 1)] : [first, second ?? ''];
    if (action === 'set') values.set(name, value);
    else values.delete(name);
    writeText(p, path, [...values].map(([key, text]) => `${key}=${text}\n`).join(''), { mode: 0o600 });
    return 0;
  }
  for (const [key, text] of values) yield* p.write(1, `${key} = "${text}"\n`);
  return 0;
}

/** npx: an executable of node_modules/.bin, of the global prefix, or of a package installed for it. */
function* execute(p: Process, call: Call, words: readonly string[]): Step<number> {
  const at = words.findIndex((word) => !word.startsWith('-'));
  const name = words[at];
  if (name === undefined) throw new NpmError('ESTRATA', 'strata: npx needs a command here');
  const dir = projectDirectory(p);
  const bare = name.replace(/(?<=.)@.*$/, '');
  const args = words.slice(at + 1).filter((word) => word !== '--');
  const line = (path: string): string => [path, ...args.map((word) => `'${word.replaceAll("'", "'\\''")}'`)].join(' ');
  for (const path of [`${dir}/node_modules/.bin/${bare}`, `${call.prefix}/bin/${bare}`])
    if (p.fs.exists(path)) return yield* shell(p, directory(p), line(path), 'npx');
  const manifest = choose(yield* registryIndex(), bare, 'latest');
  if (manifest === 'missing' || manifest === undefined)
    throw new NpmError(
      'E404',
      `404 Not Found - GET https://registry.npmjs.org/${bare} - Not found\n404\n404  The requested resource '${name}@*' could not be found or you do not have permission to access it.`,
    );
  throw new NpmError('ESTRATA', `strata: npx would fetch ${bare}@${manifest.version} and run it; the code of packages is not simulated`);
}

function* view(p: Process, call: Call): Step<number> {
  const [word = '', field] = call.operands;
  const name = word === '' ? String(readPackage(p, projectDirectory(p)).name ?? '') : word;
  const manifest = choose(yield* registryIndex(), name, 'latest');
  if (manifest === 'missing' || manifest === undefined)
    throw new NpmError(
      'E404',
      `404 Not Found - GET https://registry.npmjs.org/${name} - Not found\n404\n404  The requested resource '${name}@*' could not be found or you do not have permission to access it.`,
    );
  if (field === 'version') yield* p.write(1, `${manifest.version}\n`);
  else yield* p.write(1, `\n${name}@${manifest.version} | deps: ${Object.keys(manifest.dependencies).length || 'none'}\n`);
  return 0;
}

export const programs: Readonly<Record<string, Program>> = { npm };
