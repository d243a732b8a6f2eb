import { ShellComplaint } from '../errors.ts';
import { arithmetic } from '../expand/expand.ts';
import { wholeNumber } from './options.ts';
import type { Builtin } from './registry.ts';

export const colon: Builtin = function* () {
  return 0;
};
export const falseBuiltin: Builtin = function* () {
  return 1;
};

/** `break` and `continue`. */
export const breakBuiltin: Builtin = function* (shell, { argv }) {
  const [name, count] = argv;
  let levels = count === undefined ? 1 : wholeNumber(count);
  if (levels <= 0) throw new ShellComplaint(`Illegal number: ${count}`);
  levels = Math.min(levels, shell.loopDepth);
  if (levels > 0) {
    shell.skip = name === 'continue' ? 'continue' : 'break';
    shell.skipCount = levels;
  }
  return 0;
};

export const letBuiltin: Builtin = function* (shell, { argv }) {
  if (argv.length < 2) throw new ShellComplaint('expression expected');
  let value = 0n;
  for (const expression of argv.slice(1)) value = arithmetic(shell, expression);
  return value === 0n ? 1 : 0;
};

/** Programs here take no time that could be measured: virtual processor time is 0. */
export const times: Builtin = function* (shell) {
  yield* shell.print(1, '0m0.000s 0m0.000s\n0m0.000s 0m0.000s\n');
  return 0;
};
