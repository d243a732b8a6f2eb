import { singleQuote } from '../variables.ts';
import { parseOptions } from './options.ts';
import type { Builtin } from './registry.ts';

const MAX_ALIASES = 10_000;

export const alias: Builtin = function* (shell, { argv }) {
  const names = argv.slice(1);
  if (names.length === 0) {
    for (const name of [...shell.aliases.keys()].sort()) yield* shell.print(1, `${name}=${singleQuote(shell.aliases.get(name)!)}\n`);
    return 0;
  }
  let status = 0;
  for (const word of names) {
    const equals = word.indexOf('=', 1);
    if (equals > 0) {
      if (shell.aliases.size < MAX_ALIASES) shell.aliases.set(word.slice(0, equals), word.slice(equals + 1));
      continue;
    }
    const value = shell.aliases.get(word);
    if (value === undefined) {
      yield* shell.print(2, `alias: ${word} not found\n`);
      status = 1;
    } else yield* shell.print(1, `${word}=${singleQuote(value)}\n`);
  }
  return status;
};

export const unalias: Builtin = function* (shell, { argv }) {
  const { letters, rest } = parseOptions(argv, 'a');
  if (letters.has('a')) {
    shell.aliases.clear();
    return 0;
  }
  let status = 0;
  for (const name of rest) {
    if (shell.aliases.delete(name)) continue;
    yield* shell.print(2, `unalias: ${name} not found\n`);
    status = 1;
  }
  return status;
};
