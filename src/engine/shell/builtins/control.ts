import { fromBytes, type Step, SysError } from '../../kernel/index.ts';
import { ShellComplaint, ShellExit } from '../errors.ts';
import { execute } from '../run/exec.ts';
import { parserFor, runCommands, runText } from '../run/text.ts';
import type { Shell } from '../shell.ts';
import { parseOptions, wholeNumber } from './options.ts';
import type { Builtin } from './registry.ts';

export const exit: Builtin = function* (shell, { argv }) {
  if (shell.config.dialect === 'bash' && shell.readsTerminal) yield* shell.print(2, 'exit\n');
  throw new ShellExit(argv[1] === undefined ? (shell.traps.statusBefore ?? shell.status) : wholeNumber(argv[1]) & 0xff);
};

export const returnBuiltin: Builtin = function* (shell, { argv }) {
  const status = argv[1] === undefined ? shell.status : wholeNumber(argv[1]);
  shell.skip = 'return';
  return status & 0xff;
};

export const evalBuiltin: Builtin = function* (shell, { argv, flags }) {
  const text = argv.slice(1).join(' ');
  if (text === '') return 0;
  return yield* runText(shell, text, { tested: flags.tested, exit: false });
};

export const exec: Builtin = function* (shell, { argv }) {
  const { values, rest } = parseOptions(argv, 'a:');
  const [file] = rest;
  if (file === undefined) return 0;
  shell.options.set('monitor', false);
  shell.options.interactive = false;
  shell.readsTerminal = false;
  const name = values.get('a');
  return yield* execute(shell, name === undefined ? rest : [name, ...rest.slice(1)], { file });
};

/** `.` and `source`. */
export const dot: Builtin = function* (shell, { argv, flags }) {
  const words = argv[1] === '--' ? argv.slice(2) : argv.slice(1);
  const [name, ...args] = words;
  if (name === undefined) return 2;
  const text = yield* readScript(shell, findScript(shell, name));
  const { parameters, commandName } = shell;
  shell.commandName = name;
  if (args.length > 0) shell.parameters = { list: args, optionIndex: 1, optionOffset: -1 };
  try {
    const status = yield* runCommands(shell, parserFor(shell, text, 1), { tested: flags.tested, exit: false });
    if (shell.skip === 'return') shell.skip = undefined;
    return status;
  } finally {
    shell.commandName = commandName;
    if (args.length > 0) shell.parameters = parameters;
  }
};

function findScript(shell: Shell, name: string): string {
  if (name.includes('/')) return name;
  for (const directory of (shell.variables.get('PATH') ?? '').split(':')) {
    const path = directory === '' ? name : `${directory}/${name}`;
    try {
      if (shell.p.fs.stat(path).kind === 'file') return path;
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
    }
  }
  throw new ShellComplaint(`${name}: not found`);
}

/** A script's whole text. What cannot be opened is a complaint; a directory reads as nothing, as ash finds. */
export function* readScript(shell: Shell, path: string): Step<string> {
  let fd: number;
  try {
    fd = shell.p.fs.open(path, { read: true });
  } catch (error) {
    if (error instanceof SysError) throw new ShellComplaint(`can't open '${path}': ${error.message}`);
    throw error;
  }
  try {
    return fromBytes(yield* shell.p.readAll(fd));
  } catch (error) {
    if (error instanceof SysError) return '';
    throw error;
  } finally {
    if (shell.p.io.has(fd)) shell.p.io.close(fd);
  }
}
