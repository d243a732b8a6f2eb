import { ShellComplaint } from '../errors.ts';
import { signalNumber, trapName } from '../traps.ts';
import { singleQuote } from '../variables.ts';
import type { Builtin } from './registry.ts';

export const trap: Builtin = function* (shell, { argv }) {
  let words = argv.slice(1);
  if (words[0] === '--') words = words.slice(1);
  else if (words[0]?.startsWith('-') && words[0] !== '-') throw new ShellComplaint(`illegal option -${words[0][1]}`);
  if (words.length === 0) {
    for (const [signal, action] of shell.traps.list()) yield* shell.print(1, `trap -- ${singleQuote(action)} ${trapName(signal)}\n`);
    return 0;
  }
  let action: string | undefined;
  if (words.length > 1 && !isWholeNumber(words[0]!)) {
    action = words[0] === '-' ? undefined : words[0];
    words = words.slice(1);
  }
  let status = 0;
  for (const word of words) {
    const signal = signalNumber(word);
    if (signal === undefined) {
      yield* shell.error(`${word}: invalid signal specification`);
      status = 1;
    } else shell.traps.set(signal, action);
  }
  return status;
};

const isWholeNumber = (text: string): boolean => /^\d+$/.test(text);
