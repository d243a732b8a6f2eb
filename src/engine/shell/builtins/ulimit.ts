import type { ResourceLimit } from '../../kernel/index.ts';
import type { Builtin } from './registry.ts';

/**
 * Resource limits: letter, text, soft and hard value. They are those of the containers that were recorded; what the
 * simulated kernel stops at by itself is less and has messages of its own.
 */
const LIMITS = [
  ['c', 'core file size (blocks)', '0', 'unlimited'],
  ['d', 'data seg size (kb)', 'unlimited', 'unlimited'],
  ['e', 'scheduling priority', '0', '0'],
  ['f', 'file size (blocks)', 'unlimited', 'unlimited'],
  ['i', 'pending signals', '96365', '96365'],
  ['l', 'max locked memory (kb)', '8192', '8192'],
  ['m', 'max memory size (kb)', 'unlimited', 'unlimited'],
  ['n', 'open files', '20000', '20000'],
  ['q', 'POSIX message queues (bytes)', '819200', '819200'],
  ['r', 'real-time priority', '0', '0'],
  ['s', 'stack size (kb)', '8192', 'unlimited'],
  ['t', 'cpu time (seconds)', 'unlimited', 'unlimited'],
  ['u', 'max user processes', '96365', '96365'],
  ['v', 'virtual memory (kb)', 'unlimited', 'unlimited'],
  ['x', 'file locks', 'unlimited', 'unlimited'],
] as const;

const above = (value: string, limit: string): boolean => limit !== 'unlimited' && (value === 'unlimited' || Number(value) > Number(limit));

/** Names that setrlimit's limits have for `docker run --ulimit`, and how many of their units the shell counts as one. */
const NAMES: Readonly<Record<string, readonly [name: string, unit: number]>> = {
  c: ['core', 512],
  d: ['data', 1024],
  e: ['nice', 1],
  f: ['fsize', 512],
  i: ['sigpending', 1],
  l: ['memlock', 1024],
  m: ['rss', 1024],
  n: ['nofile', 1],
  q: ['msgqueue', 1],
  r: ['rtprio', 1],
  s: ['stack', 1024],
  t: ['cpu', 1],
  u: ['nproc', 1],
  x: ['locks', 1],
};

/** A limit that the container was started with. */
function given(resources: ReadonlyMap<string, ResourceLimit> | undefined, letter: string, hard: boolean): string | undefined {
  const [name = '', unit = 1] = NAMES[letter] ?? [];
  const limit = resources?.get(name);
  if (limit === undefined) return undefined;
  const value = hard ? limit.hard : limit.soft;
  return value < 0 ? 'unlimited' : String(Math.floor(value / unit));
}

/** Limits that are set hold for this shell and its subshells as far as `ulimit` shows them. */
export const ulimit: Builtin = function* (shell, { argv }) {
  const wanted: string[] = [];
  let value: string | undefined;
  let all = false;
  let hard = false;
  let soft = false;
  for (const word of argv.slice(1)) {
    if (!word.startsWith('-')) value ??= word;
    else {
      for (const letter of word.slice(1)) {
        if (letter === 'a') all = true;
        else if (letter === 'H') hard = true;
        else if (letter === 'S') soft = true;
        else if (LIMITS.some(([other]) => other === letter)) wanted.push(letter);
        else {
          yield* shell.print(2, `ulimit: invalid option -- '${letter}'\n`);
          return 1;
        }
      }
    }
  }
  const current = ([letter, , low, high]: (typeof LIMITS)[number], asHard: boolean): string =>
    shell.limits.get(`${letter}${asHard ? 'H' : 'S'}`) ?? given(shell.p.ns.limits.resources, letter, asHard) ?? (asHard ? high : low);
  const shown = hard && !soft;
  if (all) {
    for (const limit of LIMITS) yield* shell.print(1, `${limit[1].padEnd(32)}(-${limit[0]}) ${current(limit, shown)}\n`);
    return 0;
  }
  if (wanted.length === 0) wanted.push('f');
  for (const letter of wanted) {
    const limit = LIMITS.find(([other]) => other === letter)!;
    if (value === undefined) {
      yield* shell.print(1, `${current(limit, shown)}\n`);
      continue;
    }
    if (value !== 'unlimited' && !/^\d+$/.test(value)) {
      yield* shell.appletError(`invalid number '${value}'`);
      return 1;
    }
    if (above(value, current(limit, true))) {
      yield* shell.appletError('error setting limit: Operation not permitted');
      return 1;
    }
    if (hard || !soft) shell.limits.set(`${letter}H`, value);
    if (soft || !hard) shell.limits.set(`${letter}S`, value);
  }
  return 0;
};
