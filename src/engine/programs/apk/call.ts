/** Thrown to end apk: `ERROR: ` and this on standard error. */
export class ApkError extends Error {
  readonly status: number;
  constructor(message: string, status = 1) {
    super(message);
    this.status = status;
  }
}

export interface ApkOptions {
  readonly command: string;
  readonly operands: readonly string[];
  readonly flags: ReadonlySet<string>;
  readonly virtual: string | undefined;
  readonly repositories: readonly string[];
  readonly quiet: boolean;
}

const SHORT: Readonly<Record<string, string>> = {
  q: 'quiet', U: 'update-cache', u: 'upgrade', v: 'verbose', f: 'force', i: 'interactive', l: 'latest', s: 'simulate', e: 'installed', L: 'contents',
  d: 'description', a: 'all', r: 'rdepends', R: 'depends', w: 'webpage', W: 'who-owns', S: 'size', I: 'list-installed', x: 'exact', o: 'origin', V: 'version', P: 'provides',
}; // biome-ignore format: a table
const VALUED = new Set([
  'virtual',
  'repository',
  'keys-dir',
  'arch',
  'root',
  'cache-dir',
  'cache-max-age',
  'progress-fd',
  'wait',
  'repositories-file',
  'timeout',
]);
const SHORT_VALUED: Readonly<Record<string, string>> = { t: 'virtual', X: 'repository', p: 'root' };
const LONG = new Set(
  'no-cache update-cache quiet verbose force latest simulate upgrade initdb no-network no-progress progress allow-untrusted purge force-refresh force-overwrite force-old-apk force-broken-world force-missing-repositories force-non-repository available installed contents description all rdepends depends webpage who-owns size exact interactive origin upgradable orphaned manifest providers provides rdepends reinstall no-chown no-scripts no-commit-hooks clean-protected overlay-from-stdin no-interactive root-only no-logfile list-installed self-upgrade-only no-self-upgrade ignore prune help version'.split(
    ' ',
  ),
);

/** Reads apk's command line; global options may stand anywhere. Throws ApkError. */
export function readOptions(argv: readonly string[]): ApkOptions {
  const words: string[] = [];
  const flags = new Set<string>();
  const repositories: string[] = [];
  let virtual: string | undefined;
  const take = (name: string, value: string): void => {
    if (name === 'virtual') virtual = value;
    else if (name === 'repository') repositories.push(value);
  };
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i]!;
    if (word.startsWith('--') && word.length > 2) {
      const [name = '', value] = word.slice(2).split('=');
      if (VALUED.has(name)) take(name, value ?? argv[++i] ?? '');
      else if (LONG.has(name)) flags.add(name === 'update' ? 'update-cache' : name);
      else if (name === 'update') flags.add('update-cache');
      else throw new ApkError(`unrecognized option '${name}'`, 1);
    } else if (word.startsWith('-') && word.length > 1 && word !== '--') {
      for (let j = 1; j < word.length; j++) {
        const letter = word[j]!;
        const valued = SHORT_VALUED[letter];
        if (valued !== undefined) {
          take(valued, word.slice(j + 1) || (argv[++i] ?? ''));
          break;
        }
        const name = SHORT[letter];
        if (name === undefined) throw new ApkError(`unrecognized option '${letter}'`, 1);
        flags.add(name);
      }
    } else if (word !== '--') words.push(word);
  }
  const [command = '', ...operands] = words;
  return { command, operands, flags, virtual, repositories, quiet: flags.has('quiet') };
}
