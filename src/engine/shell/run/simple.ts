import { type Step, SysError } from '../../kernel/index.ts';
import { ASSIGNING_BUILTINS, SPECIAL_BUILTINS } from '../builtins/names.ts';
import { type BuiltinContext, builtin } from '../builtins/registry.ts';
import { ShellComplaint, ShellError } from '../errors.ts';
import { expandFields, expandText } from '../expand/expand.ts';
import type { Shell } from '../shell.ts';
import type { SimpleCommand } from '../syntax/ast.ts';
import { splitAssignment } from '../syntax/parser.ts';
import { evaluateNode, type Flags } from './evaluate.ts';
import { execute } from './exec.ts';
import { forkShell } from './fork.ts';
import { type Command, commandError, findCommand } from './lookup.ts';
import { applyRedirections, SavedDescriptors } from './redirect.ts';
import { waitForJob } from './wait.ts';
import { trace } from './xtrace.ts';

/** Most functions running inside each other. */
const MAX_CALLS = 250;

/** A command name with what `command` in front of it asked for. */
interface Target {
  readonly argv: string[];
  readonly command: Command | undefined;
  /** Whether the first word is a special builtin: its errors end the shell, its assignments stay. */
  readonly special: boolean;
  readonly viaCommand: boolean;
  readonly path: string | undefined;
}

/** Runs a simple command: expansion, redirections, assignments, then the function, builtin or program. */
export function* runSimple(shell: Shell, node: SimpleCommand, flags: Flags): Step<number> {
  shell.errorLine = node.line;
  shell.line = node.line;
  shell.substitutionStatus = 0;
  const target = yield* expandCommand(shell, node);
  const saved = new SavedDescriptors(shell);
  const scope = shell.variables.temporarily();
  let keep = false;
  try {
    if (!(yield* applyRedirections(shell, node.redirections, saved))) {
      shell.status = 1;
      if (target.special) throw new ShellError(1);
      return 1;
    }
    const local = target.argv.length > 0 && !target.special;
    const isExec = target.command?.kind === 'builtin' && target.command.name === 'exec';
    const exported = isExec || shell.options.has('allexport');
    const assigned: [string, string][] = [];
    for (const { name, value } of node.assignments) {
      const text = yield* expandText(shell, value, 'assignment');
      assigned.push([name, text]);
      if (local) scope.set(name, text);
      else shell.variables.set(name, text, exported ? { exported: true } : {});
    }
    if (shell.options.has('xtrace')) yield* trace(shell, assigned, target.argv);
    if (target.argv.length === 0) return shell.substitutionStatus;
    keep = isExec;
    return yield* invoke(shell, node, target, flags);
  } finally {
    if (shell.p.status === undefined) {
      if (keep) saved.drop();
      else saved.restore();
      scope.restore();
      for (const fd of shell.processFiles.splice(0)) if (shell.p.io.has(fd)) shell.p.io.close(fd);
    }
  }
}

function* expandCommand(shell: Shell, node: SimpleCommand): Step<Target> {
  const argv: string[] = [];
  let index = 0;
  while (argv.length === 0 && index < node.words.length) yield* expandFields(shell, node.words[index++]!, argv);
  if (argv.length === 0) return { argv, command: undefined, special: false, viaCommand: false, path: undefined };
  let command = findCommand(shell, argv[0]!);
  const special = command.kind === 'builtin' && SPECIAL_BUILTINS.has(command.name);
  let viaCommand = false;
  let path: string | undefined;
  let consumed = 0;
  while (command.kind === 'builtin' && command.name === 'command') {
    while (argv.length < consumed + 2 && index < node.words.length) yield* expandFields(shell, node.words[index++]!, argv);
    const next = yield* afterCommand(shell, node, argv, consumed + 1, () => index++);
    if (next === undefined) break;
    consumed = next.at;
    path = next.path ?? path;
    viaCommand = true;
    command = findCommand(shell, argv[consumed]!, { functions: false, ...(path === undefined ? {} : { path }) });
  }
  const assigning = command.kind === 'builtin' && ASSIGNING_BUILTINS.has(command.name);
  for (; index < node.words.length; index++) {
    const word = node.words[index]!;
    const assignment = assigning ? splitAssignment(word) : undefined;
    if (assignment === undefined) yield* expandFields(shell, word, argv);
    else argv.push(`${assignment.name}=${yield* expandText(shell, assignment.value, 'assignment')}`);
  }
  return { argv: argv.slice(consumed), command, special, viaCommand, path };
}

/** Skips `-p` and `--` after `command`; undefined when it has other options or nothing to run: it is the builtin then. */
function* afterCommand(
  shell: Shell,
  node: SimpleCommand,
  argv: string[],
  start: number,
  take: () => number,
): Step<{ at: number; path: string | undefined } | undefined> {
  let path: string | undefined;
  for (let at = start; ; at++) {
    while (argv.length <= at) {
      const index = take();
      if (index >= node.words.length) return undefined;
      yield* expandFields(shell, node.words[index]!, argv);
    }
    const word = argv[at]!;
    if (word === '--') {
      while (argv.length <= at + 1) {
        const index = take();
        if (index >= node.words.length) return undefined;
        yield* expandFields(shell, node.words[index]!, argv);
      }
      return { at: at + 1, path };
    }
    if (!word.startsWith('-') || word === '-') return { at, path };
    if (!/^-p+$/.test(word)) return undefined;
    path = '/sbin:/usr/sbin:/bin:/usr/bin';
  }
}

function* invoke(shell: Shell, node: SimpleCommand, target: Target, flags: Flags): Step<number> {
  const { argv, path } = target;
  const command =
    target.command?.kind === 'builtin'
      ? target.command
      : findCommand(shell, argv[0]!, { functions: !target.viaCommand, ...(path === undefined ? {} : { path }) });
  switch (command.kind) {
    case 'none':
      yield* shell.error(`${argv[0]}: ${commandError(command.error)}`);
      return 127;
    case 'function':
      return yield* callFunction(shell, command.definition, argv, flags);
    case 'builtin':
      return yield* runBuiltin(shell, command.name, { argv, flags, special: target.special });
    default: {
      const options = path === undefined ? {} : { path };
      const stays = shell.config.dialect === 'bash' && shell.p.pid === shell.rootPid && node.redirections.length > 0;
      if (flags.exit && !shell.traps.any && !stays) return yield* execute(shell, argv, options);
      const job = shell.jobs.add({ controlled: shell.options.has('monitor') });
      yield* forkShell(shell, { job, node }, (child) => execute(child, argv, options));
      return yield* waitForJob(shell, job);
    }
  }
}

export function* runBuiltin(shell: Shell, name: string, context: BuiltinContext): Step<number> {
  const { commandName } = shell;
  shell.commandName = name;
  try {
    return yield* builtin(name)(shell, context);
  } catch (error) {
    if (error instanceof ShellComplaint) yield* shell.error(error.message);
    else if (error instanceof SysError) yield* shell.error(error.message);
    else if (!(error instanceof ShellError) || context.special) throw error;
    if (shell.config.dialect === 'bash' && !(error instanceof ShellError)) return 1;
    if (context.special) throw new ShellError(error instanceof ShellComplaint ? error.status : 2);
    return error instanceof ShellError ? error.status : 2;
  } finally {
    shell.commandName = commandName;
  }
}

export function* callFunction(
  shell: Shell,
  definition: { readonly body: SimpleCommand | Parameters<typeof evaluateNode>[1]; readonly line: number; readonly name: string },
  argv: readonly string[],
  flags: Flags,
): Step<number> {
  if (shell.functionDepth >= MAX_CALLS) yield* shell.fail(`${definition.name}: too many functions inside each other`);
  const { parameters, functionName } = shell;
  shell.parameters = { list: argv.slice(1), optionIndex: 1, optionOffset: -1 };
  shell.functionDepth++;
  shell.functionName = definition.name;
  shell.variables.pushFrame();
  try {
    return yield* evaluateNode(shell, definition.body, { tested: flags.tested, exit: false });
  } finally {
    if (shell.p.status === undefined) {
      shell.variables.popFrame();
      shell.functionDepth--;
      shell.functionName = functionName;
      shell.parameters = parameters;
      if (shell.skip === 'return') shell.skip = undefined;
    }
  }
}
