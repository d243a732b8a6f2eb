import { type Step, SysError, TURN } from '../../kernel/index.ts';
import { signalNumber, trapName } from '../traps.ts';
import { jobNamed } from './jobs.ts';
import type { Builtin } from './registry.ts';

/** `kill -l` names these. */
const LAST_LISTED = 31;

export const kill: Builtin = function* (shell, { argv }) {
  let words = argv.slice(1);
  let signal = 15;
  const first = words[0];
  if (first === '-l' || first === '-L') {
    if (words.length > 1) return yield* listSome(words.slice(1));
    for (let number = 1; number <= LAST_LISTED; number++) yield* shell.print(1, `${String(number).padStart(2)}) ${trapName(number)}\n`);
    return 0;
  }
  if (first?.startsWith('-') && first.length > 1 && first !== '--') {
    const separate = first === '-s' && words.length > 1;
    const name = separate ? words[1]! : first.slice(1);
    const number = signalNumber(name);
    if (number === undefined) {
      yield* shell.appletError(`bad signal name '${name}'`);
      return 1;
    }
    signal = number;
    words = words.slice(separate ? 2 : 1);
  }
  if (words[0] === '--') words = words.slice(1);
  if (words.length === 0) {
    yield* shell.appletError('you need to specify whom to kill');
    return 1;
  }
  let failures = 0;
  for (const word of words) {
    if (word.startsWith('%')) {
      const job = jobNamed(shell, word);
      for (const { pid, status } of job.processes) if (status === undefined) failures += yield* send(pid);
      continue;
    }
    if (!/^-?\d*$/.test(word) || word === '-') {
      yield* shell.appletError(`invalid number '${word}'`);
      failures++;
      continue;
    }
    failures += yield* send(Number(word));
  }
  yield TURN;
  return failures;

  /** Sends the signal without giving way: all processes get it before any goes on. Gives 1 when that failed. */
  function* send(pid: number): Step<number> {
    try {
      shell.p.kernel.kill(shell.p, pid, signal);
      return 0;
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      yield* shell.appletError(`can't kill pid ${pid}: ${error.message}`);
      return 1;
    }
  }

  function* listSome(names: readonly string[]): Step<number> {
    let bad = 0;
    for (const name of names) {
      const number = /^\d+$/.test(name) ? Number(name) & 0x7f : undefined;
      const found = number ?? signalNumber(name);
      if (found === undefined) {
        yield* shell.appletError(`unknown signal '${name}'`);
        bad = 1;
      } else yield* shell.print(1, `${number === undefined ? found : trapName(found)}\n`);
    }
    return bad;
  }
};
