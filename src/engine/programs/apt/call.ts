import { encodeText, type Process, type Step } from '../../kernel/index.ts';

/** Options of apt's commands, after reading. */
export interface AptOptions {
  readonly command: string;
  readonly operands: readonly string[];
  /** 0 to 2. */
  readonly quiet: number;
  readonly yes: boolean;
  readonly assumeNo: boolean;
  readonly flags: ReadonlySet<string>;
  readonly settings: ReadonlyMap<string, string>;
}

/** Thrown to end apt: lines for standard error, and the status, 100 for nearly everything. */
export class AptError extends Error {
  readonly status: number;
  constructor(message: string, status = 100) {
    super(message);
    this.status = status;
  }
}

const VALUED = new Set([
  '-o',
  '--option',
  '-t',
  '--target-release',
  '--default-release',
  '-c',
  '--config-file',
  '-a',
  '--host-architecture',
  '-P',
]);

/** Reads a command line of apt-get or apt. Throws AptError for an option there is not. */
export function readOptions(argv: readonly string[]): AptOptions {
  const operands: string[] = [];
  const flags = new Set<string>();
  const settings = new Map<string, string>();
  let quiet = 0;
  let yes = false;
  let rest = false;
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i]!;
    if (rest || !word.startsWith('-') || word === '-') {
      operands.push(word);
      continue;
    }
    if (word === '--') {
      rest = true;
      continue;
    }
    const [name = '', inline] = word.startsWith('--') ? splitOnce(word, '=') : [word];
    if (VALUED.has(name) || /^-[otca]./.test(word)) {
      const value = word.startsWith('--')
        ? (inline ?? argv[++i] ?? '')
        : word.length > 2
          ? word.slice(2).replace(/^=/, '')
          : (argv[++i] ?? '');
      if (name === '-o' || name === '--option' || word.startsWith('-o')) {
        const [key = '', setting = ''] = splitOnce(value, '=');
        settings.set(key.toLowerCase(), setting);
      } else if (/^-t|release/.test(word)) settings.set('release', value);
      continue;
    }
    if (word.startsWith('--')) {
      if (name === '--quiet') quiet = inline === undefined ? Math.min(2, quiet + 1) : Number(inline);
      else if (name === '--yes' || name === '--assume-yes') yes = true;
      else if (KNOWN.has(name)) flags.add(name.slice(2));
      else throw new AptError(`E: Command line option --${name.slice(2)} is not understood in combination with the other options`);
      continue;
    }
    for (let j = 1; j < word.length; j++) {
      const letter = word[j]!;
      if (letter === 'q') {
        if (word[j + 1] === '=') {
          quiet = Number(word.slice(j + 2));
          break;
        }
        quiet = Math.min(2, quiet + 1);
      } else if (letter === 'y') yes = true;
      else if (SHORT[letter] !== undefined) flags.add(SHORT[letter]);
      else
        throw new AptError(
          `E: Command line option '${letter}' [from -${word.slice(1)}] is not understood in combination with the other options.`,
        );
    }
  }
  const [command = '', ...names] = operands;
  const assumeNo = flags.has('assume-no');
  const configured = settings.get('apt::get::assume-yes');
  return {
    command,
    operands: names,
    quiet,
    yes: yes || quiet >= 2 || configured === 'true' || configured === '1',
    assumeNo,
    flags,
    settings,
  };
}

const SHORT: Readonly<Record<string, string>> = {
  d: 'download-only',
  f: 'fix-broken',
  m: 'ignore-missing',
  s: 'simulate',
  u: 'show-upgraded',
  V: 'verbose-versions',
  h: 'help',
  v: 'version',
  n: 'names-only',
  i: 'important',
  a: 'all-versions',
  b: 'build',
};
const KNOWN = new Set(
  `--no-install-recommends --install-recommends --install-suggests --no-install-suggests --download-only --fix-broken --fix-missing --ignore-missing
  --simulate --dry-run --just-print --no-act --recon --assume-no --purge --auto-remove --autoremove --reinstall --only-upgrade --no-upgrade
  --allow-unauthenticated --allow-downgrades --allow-remove-essential --allow-change-held-packages --force-yes --no-remove --trivial-only
  --allow-insecure-repositories --allow-releaseinfo-change --show-progress --no-show-progress --installed --upgradable --all-versions --names-only
  --full --version --help --print-uris --verbose-versions --show-upgraded --with-new-pkgs --ignore-hold --no-allow-insecure-repositories
  --error-on --manual-installed --no-all-versions --recurse --no-suggests --no-conflicts --no-breaks --no-replaces --no-enhances --no-recommends --no-pre-depends --list-cleanup --no-list-cleanup`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

function splitOnce(text: string, by: string): [string, string?] {
  const at = text.indexOf(by);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

/** Writes text to standard output or error; what is not ASCII goes out as UTF-8. */
export class Printer {
  readonly #p: Process;
  readonly quiet: number;
  constructor(p: Process, quiet: number) {
    this.#p = p;
    this.quiet = quiet;
  }
  *out(text: string): Step<void> {
    if (text !== '') yield* this.#p.write(1, encodeText(text));
  }
  /** What `-qq` keeps back. */
  *say(text: string): Step<void> {
    if (this.quiet < 2) yield* this.out(text);
  }
  *err(text: string): Step<void> {
    if (text !== '') yield* this.#p.write(2, encodeText(text));
  }
  /** A step that apt tells of: `Reading package lists...`, with `Done` on a terminal. */
  *step(text: string): Step<void> {
    yield* this.say(this.#p.isatty(1) && this.quiet === 0 ? `${text}... Done\n` : `${text}...\n`);
  }
}
