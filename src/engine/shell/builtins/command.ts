import type { Step } from '../../kernel/index.ts';
import { commandError, DEFAULT_PATH, findCommand } from '../run/lookup.ts';
import type { Shell } from '../shell.ts';
import { isKeyword } from '../syntax/tokens.ts';
import { BUILTIN_NAMES, SPECIAL_BUILTINS } from './names.ts';
import { parseOptions } from './options.ts';
import type { Builtin } from './registry.ts';

/** Says what a name stands for: in a sentence, or the shortest text that runs it. */
function* describe(shell: Shell, name: string, verbose: boolean, path?: string): Step<number> {
  const say = (text: string): Step<boolean> => shell.print(1, verbose ? `${name}${text}\n` : `${text}\n`);
  if (isKeyword(name)) {
    yield* say(verbose ? ' is a shell keyword' : name);
    return 0;
  }
  const alias = shell.aliases.get(name);
  if (alias !== undefined) {
    yield* shell.print(1, verbose ? `${name} is an alias for ${alias}\n` : `alias ${name}='${alias}'\n`);
    return 0;
  }
  const found = findCommand(shell, name, path === undefined ? {} : { path });
  switch (found.kind) {
    case 'function':
      yield* say(verbose ? ' is a function' : name);
      return 0;
    case 'builtin':
      yield* say(verbose ? ` is a ${SPECIAL_BUILTINS.has(name) ? 'special ' : ''}shell builtin` : name);
      return 0;
    case 'applet':
      yield* say(verbose ? ` is ${name}` : name);
      return 0;
    case 'file':
      if (name.includes('/') && !shell.p.fs.exists(name)) {
        if (verbose) yield* say(': not found');
        return 127;
      }
      yield* say(verbose ? ` is ${found.path}` : found.path);
      return 0;
    case 'none':
      if (verbose) yield* say(`: ${commandError(found.error)}`);
      return 127;
  }
}

export const type: Builtin = function* (shell, { argv }) {
  const terse = argv[1]?.startsWith('-') ?? false;
  let status = 0;
  for (const name of argv.slice(terse ? 2 : 1)) status = (yield* describe(shell, name, !terse)) || status;
  return status;
};

/** Only `-v` and `-V` come here: running a command is done before builtins are reached. */
export const command: Builtin = function* (shell, { argv }) {
  const { letters, rest } = parseOptions(argv, 'pvV');
  const [name] = rest;
  if (name === undefined || !(letters.has('v') || letters.has('V'))) return 0;
  return yield* describe(shell, name, letters.has('V'), letters.has('p') ? DEFAULT_PATH : undefined);
};

export const hash: Builtin = function* (shell, { argv }) {
  const { letters, rest } = parseOptions(argv, 'r');
  if (letters.has('r')) {
    shell.hashed.clear();
    return 0;
  }
  if (rest.length === 0) {
    for (const path of shell.hashed.values()) yield* shell.print(1, `${path}\n`);
    return 0;
  }
  let status = 0;
  for (const name of rest) {
    const found = findCommand(shell, name);
    if (found.kind !== 'none') continue;
    yield* shell.error(`${name}: ${commandError(found.error)}`);
    status = 1;
  }
  return status;
};

export const help: Builtin = function* (shell) {
  const names = [...BUILTIN_NAMES].sort();
  let text = 'Built-in commands:\n------------------\n';
  let column = 0;
  for (const name of names) {
    text += `${column === 0 ? '\t' : ' '}${name}`;
    column += name.length + 1;
    if (column > 60) {
      text += '\n';
      column = 0;
    }
  }
  yield* shell.print(1, `${text}\n`);
  return 0;
};
