import type { Step } from '../../kernel/index.ts';
import { ShellComplaint } from '../errors.ts';
import { startJobControl } from '../job-control.ts';
import { OPTIONS } from '../options.ts';
import type { Shell } from '../shell.ts';
import { singleQuote } from '../variables.ts';
import { wholeNumber } from './options.ts';
import type { Builtin } from './registry.ts';

export const set: Builtin = function* (shell, { argv }) {
  if (argv.length === 1) {
    for (const name of shell.variables.names()) {
      const value = shell.variables.entry(name)!.value;
      if (value !== undefined) yield* shell.print(1, `${name}=${singleQuote(value)}\n`);
    }
    return 0;
  }
  let at = 1;
  let reset = false;
  const controlled = shell.options.has('monitor');
  for (; at < argv.length; at++) {
    const word = argv[at]!;
    if (!/^[-+]/.test(word)) break;
    const on = word.startsWith('-');
    if (word === '-' || word === '--') {
      if (word === '-') {
        shell.options.set('xtrace', false);
        shell.options.set('verbose', false);
      } else reset = true;
      at++;
      break;
    }
    for (const letter of word.slice(1)) {
      if (letter === 'o') {
        if ((yield* namedOption(shell, argv[at + 1], on)) === false) return 1;
        if (argv[at + 1] !== undefined) at++;
      } else if (!shell.options.setByLetter(letter, on)) throw new ShellComplaint(`illegal option ${on ? '-' : '+'}${letter}`);
    }
  }
  if (!controlled && shell.options.has('monitor')) yield* startJobControl(shell);
  if (at < argv.length || reset) shell.setPositional(argv.slice(at));
  return 0;
};

/** `-o NAME` and the listings without a name. False, with the message printed, when there is no such option. */
export function* namedOption(shell: Shell, name: string | undefined, on: boolean): Step<boolean> {
  if (name === undefined) {
    for (const [option] of OPTIONS) {
      const state = shell.options.has(option);
      yield* shell.print(1, on ? `${option.padEnd(16)}${state ? 'on' : 'off'}\n` : `set ${state ? '-' : '+'}o ${option}\n`);
    }
    return true;
  }
  // dash 0.5.12 has no pipefail.
  const lacks = shell.config.dialect === 'dash' && name === 'pipefail';
  if (!lacks && shell.options.setByName(name, on)) return true;
  if (shell.config.dialect === 'dash') throw new ShellComplaint(`Illegal option ${on ? '-' : '+'}o ${name}`);
  yield* shell.error(`illegal option ${on ? '-' : '+'}o ${name}`);
  return false;
}

export const shift: Builtin = function* (shell, { argv }) {
  const count = argv[1] === undefined ? 1 : wholeNumber(argv[1]);
  if (count > shell.positional.length) return 1;
  shell.setPositional(shell.positional.slice(count));
  return 0;
};
