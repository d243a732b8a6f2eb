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
    shell.limits.get(`${letter}${asHard ? 'H' : 'S'}`) ?? (asHard ? high : low);
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
