import type { Step } from '../../kernel/index.ts';
import { ShellComplaint } from '../errors.ts';
import type { Shell } from '../shell.ts';
import { isVariableName, singleQuote, type Variable } from '../variables.ts';
import { parseOptions } from './options.ts';
import type { Builtin } from './registry.ts';

function* list(shell: Shell, word: string, wanted: (variable: Variable) => boolean): Step<void> {
  for (const name of shell.variables.names()) {
    const variable = shell.variables.entry(name)!;
    if (!wanted(variable)) continue;
    yield* shell.print(1, variable.value === undefined ? `${word} ${name}\n` : `${word} ${name}=${singleQuote(variable.value)}\n`);
  }
}

/** NAME or NAME=value, taken apart; anything else is a complaint. */
function parse(word: string): { name: string; value: string | undefined } {
  const equals = word.indexOf('=');
  const name = equals < 0 ? word : word.slice(0, equals);
  if (!isVariableName(name)) throw new ShellComplaint(`${name}: bad variable name`);
  return { name, value: equals < 0 ? undefined : word.slice(equals + 1) };
}

export const exportBuiltin: Builtin = function* (shell, { argv }) {
  const { letters, rest } = parseOptions(argv, 'np');
  if (rest.length === 0 || letters.has('p')) {
    yield* list(shell, 'export', (variable) => variable.exported);
    return 0;
  }
  const exported = !letters.has('n');
  for (const word of rest) {
    const { name, value } = parse(word);
    if (value !== undefined) shell.variables.set(name, value, { exported });
    else if (exported || shell.variables.entry(name) !== undefined) shell.variables.mark(name, { exported });
  }
  return 0;
};

export const readonly: Builtin = function* (shell, { argv }) {
  const { letters, rest } = parseOptions(argv, 'p');
  if (rest.length === 0 || letters.has('p')) {
    yield* list(shell, 'readonly', (variable) => variable.readonly);
    return 0;
  }
  for (const word of rest) {
    const { name, value } = parse(word);
    if (value === undefined) shell.variables.mark(name, { readonly: true });
    else shell.variables.set(name, value, { readonly: true });
  }
  return 0;
};

export const local: Builtin = function* (shell, { argv }) {
  if (!shell.variables.inFunction) throw new ShellComplaint('not in a function');
  for (const word of argv.slice(1)) {
    const { name, value } = parse(word);
    if (value !== undefined && shell.variables.entry(name)?.readonly) throw new ShellComplaint(`${name}: is read only`);
    shell.variables.makeLocal(name);
    if (value !== undefined) shell.variables.set(name, value);
    else if (!shell.variables.entry(name)?.readonly) shell.variables.unset(name);
  }
  return 0;
};

export const unset: Builtin = function* (shell, { argv }) {
  const { letters, rest } = parseOptions(argv, 'vf');
  for (const name of rest) {
    if (letters.has('f')) shell.functions.delete(name);
    else {
      if (!isVariableName(name)) throw new ShellComplaint(`${name}: bad variable name`);
      shell.variables.unset(name);
    }
  }
  return 0;
};
