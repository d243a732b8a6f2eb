import type { Step } from '../kernel/index.ts';
import { namedOption } from './builtins/set.ts';
import type { Shell } from './shell.ts';

/** What a shell was asked to do when it was started. */
export interface Invocation {
  /** `-c`: the commands. */
  readonly text: string | undefined;
  /** The script file; undefined: standard input. */
  readonly script: string | undefined;
  readonly login: boolean;
}

/** Reads the shell's own arguments, sets its options, `$0` and parameters. A bad option is a shell error. */
export function* readArguments(shell: Shell, argv: readonly string[]): Step<Invocation> {
  let login = argv[0]?.startsWith('-') ?? false;
  let command = false;
  let standardInput = false;
  let explicit: boolean | undefined;
  let at = 1;
  for (; at < argv.length; at++) {
    const word = argv[at]!;
    if (!/^[-+]/.test(word)) break;
    const on = word.startsWith('-');
    if (word === '-' || word === '--') {
      at++;
      break;
    }
    for (let i = 1; i < word.length; i++) {
      const letter = word[i]!;
      if (letter === 'c') command = true;
      else if (letter === 's') standardInput = true;
      else if (letter === 'i') explicit = true;
      else if (letter === 'l') login = true;
      else if (letter === '-' && on) {
        if (word.slice(i + 1) === 'login') login = true;
        break;
      } else if (letter === 'o') {
        if (!(yield* namedOption(shell, argv[at + 1], on))) yield* shell.exitWith(0);
        if (argv[at + 1] !== undefined) at++;
        break;
      } else if (!shell.options.setByLetter(letter, on)) yield* shell.fail(`illegal option ${on ? '-' : '+'}${letter}`);
    }
  }
  let rest = argv.slice(at);
  if (rest.length === 0) {
    if (command) yield* shell.fail('-c requires an argument');
    standardInput = true;
  }
  const { p } = shell;
  shell.options.interactive = explicit ?? (standardInput && !command && p.isatty(0) && p.isatty(1));
  if (command) shell.options.invocation.add('c');
  else if (standardInput) shell.options.invocation.add('s');
  let text: string | undefined;
  let script: string | undefined;
  if (command) {
    text = rest[0]!;
    rest = rest.slice(1);
    if (rest.length > 0) rest = named(shell, rest);
  } else if (!standardInput) {
    script = rest[0]!;
  }
  shell.setPositional(script === undefined ? rest : rest.slice(1));
  return { text, script, login };
}

/** The first word becomes `$0`, and what messages begin with. */
export function named(shell: Shell, words: readonly string[]): string[] {
  shell.name = words[0]!;
  shell.prefix = words[0]!;
  shell.commandName = words[0]!;
  return words.slice(1);
}
