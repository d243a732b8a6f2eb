import { ShellComplaint } from '../errors.ts';
import type { Builtin } from './registry.ts';

/** Resource limits as a container's processes have them: letter, unit, text, value. Values cannot be raised here. */
const LIMITS = [
  ['c', 'core file size (blocks)', 'unlimited'],
  ['d', 'data seg size (kb)', 'unlimited'],
  ['e', 'scheduling priority', '0'],
  ['f', 'file size (blocks)', 'unlimited'],
  ['i', 'pending signals', '15000'],
  ['l', 'max locked memory (kb)', '64'],
  ['m', 'max memory size (kb)', 'unlimited'],
  ['n', 'open files', '1024'],
  ['q', 'POSIX message queues (bytes)', '819200'],
  ['r', 'real-time priority', '0'],
  ['s', 'stack size (kb)', '8192'],
  ['t', 'cpu time (seconds)', 'unlimited'],
  ['u', 'max user processes', '400'],
  ['v', 'virtual memory (kb)', 'unlimited'],
  ['x', 'file locks', 'unlimited'],
] as const;

export const ulimit: Builtin = function* (shell, { argv }) {
  const wanted: string[] = [];
  let value: string | undefined;
  let all = false;
  for (const word of argv.slice(1)) {
    if (!word.startsWith('-')) value = word;
    else {
      for (const letter of word.slice(1)) {
        if (letter === 'a') all = true;
        else if (LIMITS.some(([other]) => other === letter)) wanted.push(letter);
        else if (letter !== 'H' && letter !== 'S') {
          yield* shell.print(2, `ulimit: invalid option -- '${letter}'\n`);
          return 1;
        }
      }
    }
  }
  if (all) {
    for (const [letter, text, limit] of LIMITS) yield* shell.print(1, `${text.padEnd(32)}(-${letter}) ${limit}\n`);
    return 0;
  }
  if (wanted.length === 0) wanted.push('f');
  for (const letter of wanted) {
    const [, , limit] = LIMITS.find(([other]) => other === letter)!;
    if (value === undefined) yield* shell.print(1, `${limit}\n`);
    else if (value !== 'unlimited' && !/^\d+$/.test(value)) throw new ShellComplaint(`bad number`);
    else if (limit !== 'unlimited' && (value === 'unlimited' || Number(value) > Number(limit))) {
      yield* shell.appletError('error setting limit: Operation not permitted');
      return 1;
    }
  }
  return 0;
};
