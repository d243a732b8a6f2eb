import type { Process } from '../../kernel/index.ts';
import { readText } from '../package-data/index.ts';

/** Options of pip. */
export interface PipOptions {
  readonly command: string;
  readonly words: readonly string[];
  readonly files: readonly string[];
  readonly flags: ReadonlySet<string>;
  /** 0, 1 warnings only, 2 errors only, 3 critical. */
  readonly quiet: number;
  readonly index: string | undefined;
  readonly extra: readonly string[];
  readonly target: string | undefined;
  readonly format: string | undefined;
}

/** pip ends with this message and status. */
export class PipError extends Error {
  readonly status: number;
  constructor(message: string, status = 1) {
    super(message);
    this.status = status;
  }
}

const VALUED = new Set([
  '-r',
  '--requirement',
  '-i',
  '--index-url',
  '--extra-index-url',
  '--trusted-host',
  '-t',
  '--target',
  '-c',
  '--constraint',
  '--timeout',
  '--default-timeout',
  '--retries',
  '--proxy',
  '--cache-dir',
  '--prefix',
  '--root',
  '--root-user-action',
  '--progress-bar',
  '-f',
  '--find-links',
  '--format',
  '--log',
  '--platform',
  '--python-version',
  '--implementation',
  '--abi',
  '--only-binary',
  '--no-binary',
  '--global-option',
  '-e',
  '--editable',
  '-d',
  '--dest',
  '--src',
  '--upgrade-strategy',
  '-w',
  '--wheel-dir',
  '--cert',
  '--client-cert',
  '--exists-action',
  '--config-settings',
  '--report',
]);
const SHORT: Readonly<Record<string, string>> = {
  '-U': '--upgrade',
  '-q': '--quiet',
  '-v': '--verbose',
  '-y': '--yes',
  '-I': '--ignore-installed',
  '-h': '--help',
  '-V': '--version',
  '-o': '--outdated',
  '-l': '--local',
  '-u': '--uptodate',
};
const FLAGS = new Set(
  '--upgrade --quiet --verbose --yes --ignore-installed --help --version --outdated --local --uptodate --no-cache-dir --no-deps --no-dependencies --user --pre --force-reinstall --no-input --disable-pip-version-check --break-system-packages --no-warn-script-location --no-compile --compile --no-build-isolation --prefer-binary --no-index --isolated --require-hashes --no-color --debug --dry-run --all --use-pep517 --no-python-version-warning --not-required --no-clean --files --no-warn-conflicts --editable --check-build-dependencies --use-deprecated --use-feature --require-virtualenv --exclude-editable'.split(
    ' ',
  ),
);

/** Reads pip's words, with what the environment and pip.conf set. Throws PipError. */
export function readOptions(p: Process, argv: readonly string[]): PipOptions {
  const words: string[] = [];
  const files: string[] = [];
  const flags = new Set<string>();
  const extra: string[] = [];
  const config = readConfig(p);
  let index = p.env.get('PIP_INDEX_URL') ?? config.get('index-url');
  let target: string | undefined;
  let format: string | undefined;
  let quiet = 0;
  const extraConfig = p.env.get('PIP_EXTRA_INDEX_URL') ?? config.get('extra-index-url');
  if (extraConfig !== undefined) extra.push(...extraConfig.split(/\s+/));
  if (/^(?:1|true|on|yes)$/i.test(p.env.get('PIP_NO_CACHE_DIR') ?? config.get('no-cache-dir') ?? '')) flags.add('--no-cache-dir');
  if (/^(?:1|true|on|yes)$/i.test(p.env.get('PIP_DISABLE_PIP_VERSION_CHECK') ?? config.get('disable-pip-version-check') ?? ''))
    flags.add('--disable-pip-version-check');
  if (/^(?:1|true)$/i.test(p.env.get('PIP_BREAK_SYSTEM_PACKAGES') ?? config.get('break-system-packages') ?? ''))
    flags.add('--break-system-packages');
  if ((p.env.get('PIP_ROOT_USER_ACTION') ?? config.get('root-user-action')) === 'ignore') flags.add('root-ignore');
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i]!;
    if (!word.startsWith('-') || word === '-') {
      words.push(word);
      continue;
    }
    const at = word.indexOf('=');
    let name = at > 0 && word.startsWith('--') ? word.slice(0, at) : word;
    let inline = at > 0 && word.startsWith('--') ? word.slice(at + 1) : undefined;
    if (/^-[a-zA-Z].+/.test(name) && !name.startsWith('--')) {
      const short = name.slice(0, 2);
      if (VALUED.has(short)) [name, inline] = [short, name.slice(2)];
      else if (/^-(?:q+|v+)$/.test(name)) {
        if (name[1] === 'q') quiet += name.length - 1;
        continue;
      }
    }
    if (VALUED.has(name)) {
      const value = inline ?? argv[++i];
      if (value === undefined)
        throw new PipError(`\nUsage:   \n  pip ${words[0] ?? '<command>'} [options]\n\n${name} option requires 1 argument`, 2);
      if (name === '-r' || name === '--requirement') files.push(value);
      else if (name === '-i' || name === '--index-url') index = value;
      else if (name === '--extra-index-url') extra.push(value);
      else if (name === '-t' || name === '--target') target = value;
      else if (name === '-e' || name === '--editable') words.push(value);
      else if (name === '--format') format = value;
      else if (name === '--root-user-action' && value === 'ignore') flags.add('root-ignore');
      continue;
    }
    const flag = SHORT[name] ?? name;
    if (!FLAGS.has(flag))
      throw new PipError(
        `\nUsage:   \n  pip ${words[0] ?? '<command>'} [options] <requirement specifier> [package-index-options] ...\n\nno such option: ${name}`,
        2,
      );
    if (flag === '--quiet') quiet++;
    flags.add(flag);
  }
  const [command = '', ...rest] = words;
  return { command, words: rest, files, flags, quiet, index, extra, target, format };
}

/** Where `pip config set` writes for this user. */
export const userConfig = (p: Process): string => `${p.env.get('HOME') ?? '/root'}/.config/pip/pip.conf`;

/** pip.conf of the machine, then of the user: a later value replaces an earlier one. */
export function readConfig(p: Process): Map<string, string> {
  const values = new Map<string, string>();
  const home = p.env.get('HOME') ?? '/root';
  for (const path of [
    '/etc/xdg/pip/pip.conf',
    '/etc/pip.conf',
    `${home}/.pip/pip.conf`,
    userConfig(p),
    p.env.get('PIP_CONFIG_FILE') ?? '',
  ]) {
    if (path === '') continue;
    for (const line of (readText(p, path) ?? '').split('\n')) {
      const [, name, value] = /^\s*([a-z-]+)\s*[=:]\s*(.*?)\s*$/.exec(line) ?? [];
      if (name !== undefined && value !== undefined && !line.trim().startsWith('#')) values.set(name, value);
    }
  }
  return values;
}
