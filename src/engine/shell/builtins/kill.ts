import { SysError } from '../../kernel/index.ts';
import { signalNumber, trapName } from '../traps.ts';
import { jobNamed } from './jobs.ts';
import type { Builtin } from './registry.ts';

const LAST_LISTED = 31;

export const kill: Builtin = function* (shell, { argv }) {
  let words = argv.slice(1);
  let signal = 15;
  const first = words[0];
  if (first === '-l' || first === '-L') {
    if (words.length > 1) return yield* listSome(words.slice(1));
    for (let number = 1; number <= LAST_LISTED; number++) yield* shell.print(1, `${String(number).padStart(2)}) ${trapName(number)}\n`);
    yield* shell.print(1, '32) 32\n33) 33\n34) RTMIN\n64) RTMAX\n');
    return 0;
  }
  if (first?.startsWith('-') && first.length > 1 && first !== '--') {
    const separate = first === '-s' || first === '-n';
    const name = separate ? (words[1] ?? '') : first.slice(1);
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
      for (const { pid, status } of job.processes) if (status === undefined) yield* shell.p.kill(pid, signal);
      continue;
    }
    if (!/^-?\d+$/.test(word)) {
      yield* shell.appletError(`invalid number '${word}'`);
      failures++;
      continue;
    }
    const pid = Number(word);
    try {
      yield* shell.p.kill(pid, signal);
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      yield* shell.appletError(`can't kill pid ${pid}: ${error.message}`);
      failures++;
    }
  }
  return failures > 0 ? 1 : 0;

  function* listSome(names: readonly string[]) {
    let bad = 0;
    for (const name of names) {
      const number = /^\d+$/.test(name) ? Number(name) & 0x7f : undefined;
      const found = signalNumber(number === undefined ? name : String(number));
      if (found === undefined) {
        yield* shell.appletError(`unknown signal '${name}'`);
        bad = 1;
      } else yield* shell.print(1, `${number === undefined ? found : trapName(found)}\n`);
    }
    return bad;
  }
};
