import type { Process } from '../../kernel/index.ts';
import { readText } from '../package-data/index.ts';
import { type NpmError, projectDirectory, readJson } from './project.ts';

/** npm's command line with its settings. */
export interface Call {
  readonly command: string;
  readonly operands: readonly string[];
  /** What follows `--`. */
  readonly rest: readonly string[];
  readonly flags: ReadonlySet<string>;
  readonly registry: string;
  readonly omitDev: boolean;
  readonly silent: boolean;
  readonly version: string;
  readonly major: number;
  /** Where global packages go: PREFIX/lib/node_modules. */
  readonly prefix: string;
  /** Warnings about options, for standard error. */
  readonly warnings: readonly string[];
}

const SHORT: Readonly<Record<string, string>> = {
  g: 'global',
  D: 'save-dev',
  S: 'save',
  P: 'save-prod',
  E: 'save-exact',
  O: 'save-optional',
  y: 'yes',
  f: 'force',
  s: 'silent',
  q: 'quiet',
  h: 'help',
  v: 'version',
  l: 'long',
  a: 'all',
};
const VALUED = new Set([
  'registry',
  'prefix',
  'omit',
  'include',
  'loglevel',
  'cache',
  'userconfig',
  'depth',
  'only',
  'workspace',
  'w',
  'tag',
  'scope',
  'fetch-retries',
  'package',
  'p',
  'c',
  'call',
]);

/** npm that came with a Node.js, where nothing else tells. */
const BUNDLED: Readonly<Record<string, string>> = {
  '6': '3.10.10',
  '8': '6.13.4',
  '10': '6.14.12',
  '12': '6.14.16',
  '14': '6.14.18',
  '16': '8.19.4',
  '18': '10.8.2',
  '20': '10.8.2',
  '22': '10.9.4',
  '24': '11.6.2',
  '25': '11.7.0',
};

/** Reads npm's words, and registry and the like from .npmrc and the environment. */
export function readCall(p: Process, argv: readonly string[]): Call {
  const operands: string[] = [];
  const rest: string[] = [];
  const flags = new Set<string>();
  const warnings: string[] = [];
  const config = readConfig(p);
  let registry = p.env.get('npm_config_registry') ?? config.get('registry') ?? 'https://registry.npmjs.org/';
  let omitDev = p.env.get('NODE_ENV') === 'production' || /dev/.test(p.env.get('npm_config_omit') ?? config.get('omit') ?? '');
  let prefix: string | undefined = p.env.get('npm_config_prefix') ?? config.get('prefix');
  for (const name of ['audit', 'fund']) if ((p.env.get(`npm_config_${name}`) ?? config.get(name)) === 'false') flags.add(`no-${name}`);
  const { version, home } = ownVersion(p);
  const major = Number(version.split('.')[0]);
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i]!;
    if (word === '--') {
      rest.push(...argv.slice(i + 1));
      break;
    }
    if (!word.startsWith('-') || word === '-') {
      operands.push(word);
      if (
        operands.length > 1 &&
        /^(?:run|run-script|exec|x|start|test)$/.test(operands[0]!) &&
        operands[0] !== 'start' &&
        operands[0] !== 'test'
      )
        continue;
      continue;
    }
    if (!word.startsWith('--')) {
      for (const letter of word.slice(1)) flags.add(SHORT[letter] ?? letter);
      continue;
    }
    const [name = '', inline] = word.slice(2).split('=');
    const value = VALUED.has(name) ? (inline ?? argv[++i] ?? '') : inline;
    if (name === 'registry' && value !== undefined) registry = value;
    else if (name === 'prefix' && value !== undefined) prefix = value;
    else if (name === 'omit' && value === 'dev') omitDev = true;
    else if (name === 'include' && value === 'dev') omitDev = false;
    else if (name === 'only' && /^prod/.test(value ?? '')) omitDev = true;
    else if (name === 'production') {
      omitDev = value !== 'false';
      if (major >= 7) warnings.push('config production Use `--omit=dev` instead.');
    } else if (value === 'false') flags.add(`no-${name}`);
    else flags.add(name);
    if (name === 'loglevel' && value === 'silent') flags.add('silent');
  }
  const [command = '', ...names] = operands;
  return {
    command,
    operands: names,
    rest,
    flags,
    registry,
    omitDev,
    silent: flags.has('silent'),
    version,
    major,
    prefix: prefix ?? home,
    warnings,
  };
}

/** name=value lines of the user's and the project's .npmrc. */
export function readConfig(p: Process): Map<string, string> {
  const values = new Map<string, string>();
  for (const path of ['/usr/local/etc/npmrc', `${p.env.get('HOME') ?? '/root'}/.npmrc`, `${projectDirectory(p)}/.npmrc`])
    for (const line of (readText(p, path) ?? '').split('\n')) {
      const [, name, value] = /^\s*([\w:@/.-]+)\s*=\s*"?(.*?)"?\s*$/.exec(line) ?? [];
      if (name !== undefined && value !== undefined) values.set(name, value);
    }
  return values;
}

function ownVersion(p: Process): { version: string; home: string } {
  const home = p.executable.startsWith('/usr/local') || !p.fs.exists('/usr/lib/node_modules/npm') ? '/usr/local' : '/usr';
  const own = readJson(p, `${home}/lib/node_modules/npm/package.json`)?.version;
  const node = (p.env.get('NODE_VERSION') ?? '').split('.')[0]!;
  return { version: typeof own === 'string' ? own : (BUNDLED[node] ?? '10.9.4'), home };
}

/** npm's way to say an error: each line with its prefix, then where the log is. */
export function errorText(call: Pick<Call, 'major' | 'version'>, error: NpmError, p: Process): string {
  const [major = 0, minor = 0] = call.version.split('.').map(Number);
  const prefix = major > 10 || (major === 10 && minor >= 6) ? 'npm error' : 'npm ERR!';
  const lines = [`code ${error.code}`, ...error.message.split('\n')].map((line) => `${prefix}${line === '' ? '' : ` ${line}`}\n`);
  const stamp = `${Math.floor(p.now())}`;
  return `${lines.join('')}${prefix} A complete log of this run can be found in: ${p.env.get('HOME') ?? '/root'}/.npm/_logs/${stamp}-debug-0.log\n`;
}
export const prefixOf = ({ version }: Pick<Call, 'version'>): string => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 10 || (major === 10 && minor >= 6) ? 'npm error' : 'npm ERR!';
};
