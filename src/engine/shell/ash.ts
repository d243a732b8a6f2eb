import { fromBytes, type Program, type Run, type Step, SysError } from '../kernel/index.ts';
import { isApplet } from './applets.ts';
import { named, readArguments } from './arguments.ts';
import { readScript } from './builtins/control.ts';
import { ShellComplaint, ShellError, ShellExit } from './errors.ts';
import { runInteractive } from './interactive.ts';
import { evaluateNode, PLAIN } from './run/evaluate.ts';
import { CommandSource } from './run/source.ts';
import { parserFor, runCommands, runText } from './run/text.ts';
import { exitShell, failureStatus } from './run/top.ts';
import './run/substitution.ts';
import './builtins/table.ts';
import { bashVariables } from './bash.ts';
import { startJobControl } from './job-control.ts';
import { Shell, type ShellConfig } from './shell.ts';
import { importEnvironment } from './start.ts';
import { SyntaxProblem } from './syntax/errors.ts';

/** What an interactive ash says first. */
const BANNER = `\n\nBusyBox v1.35.0 (Debian 1:1.35.0-4+deb12u1+b1) built-in shell (ash)
Enter 'help' for a list of built-in commands.\n\n`;

/** Bytes that ash takes from standard input at a time. */
const INPUT_BLOCK = 1023;

const CONFIG: ShellConfig = { dialect: 'ash', isApplet };

/** The shell as a program: `sh`, `ash`. */
export const ash: Program = (p) => runShell(new Shell(p, CONFIG));

/** The same language with dash's messages, every command looked up in PATH: the host's `sh`. */
export const dash: Program = (p) => runShell(new Shell(p, { dialect: 'dash', isApplet: () => false }));

/** The shell that images carry as bash: the same language with bash's words and the forms of bash.ts, every command looked up in PATH. */
export const bash: Program = (p) => runShell(new Shell(p, { dialect: 'bash', isApplet: () => false }));

export function* runShell(shell: Shell): Run {
  const { p } = shell;
  const name = p.argv[0] ?? 'sh';
  shell.name = name;
  shell.prefix = name;
  shell.appletName = name.split('/').at(-1)!.replace(/^-/, '');
  let status: number;
  try {
    importEnvironment(shell, p);
    if (shell.config.dialect === 'bash') bashVariables(shell);
    status = yield* main(shell);
  } catch (error) {
    status = yield* failureStatus(shell, error);
  }
  return yield* exitShell(shell, status);
}

function* main(shell: Shell): Step<number> {
  const { text, script, login } = yield* readArguments(shell, shell.p.argv);
  if (shell.options.interactive) {
    shell.readsTerminal = script === undefined && text === undefined;
    shell.traps.guard();
    yield* startJobControl(shell);
    if (shell.config.dialect === 'ash' && text === undefined) yield* shell.print(1, BANNER);
  } else {
    // Source: ash.c setsignal; bash is another matter.
    if ((script !== undefined || text !== undefined) && shell.config.dialect !== 'bash') shell.traps.hearInterrupt();
    if (shell.options.has('monitor')) yield* startJobControl(shell);
  }
  if (login) {
    yield* runProfile(shell, '/etc/profile');
    const home = shell.variables.get('HOME');
    if (home !== undefined) yield* runProfile(shell, `${home}/.profile`);
  }
  const env = shell.variables.get('ENV');
  if (shell.options.interactive && env !== undefined && env !== '') yield* runProfile(shell, env);
  if (text !== undefined) {
    // dash starts even its last command as a child; ash and bash become it.
    const exit = !shell.options.invocation.has('s') && shell.config.dialect !== 'dash';
    const last = yield* runCommands(shell, parserFor(shell, text, shell.config.dialect === 'dash' ? 1 : 0), { tested: false, exit });
    return shell.status === undefined ? last : shell.status;
  }
  if (script !== undefined) {
    yield* runScript(shell, script);
    return shell.status;
  }
  if (shell.options.interactive) return yield* runInteractive(shell);
  return yield* runInput(shell);
}

function* runScript(shell: Shell, path: string): Step<void> {
  let content: string;
  try {
    content = yield* readScript(shell, path);
  } catch (error) {
    if (!(error instanceof ShellComplaint)) throw error;
    yield* shell.error(error.message);
    throw new ShellError(2);
  }
  named(shell, [path]);
  const source = new CommandSource((text, line, last) => parserFor(shell, text, line, last));
  source.feed(content.replaceAll('\0', ''));
  source.end();
  yield* runSource(shell, source);
}

/** Runs every command that a source holds by now. True when it wants more text. */
export function* runSource(shell: Shell, source: CommandSource): Step<boolean> {
  for (;;) {
    let next: ReturnType<CommandSource['next']>;
    try {
      next = source.next();
      shell.parserLine = source.line;
    } catch (error) {
      if (!(error instanceof SyntaxProblem)) throw error;
      shell.errorLine = error.line;
      yield* shell.error(error.message);
      throw new ShellError(2);
    }
    const { command, taken } = next;
    if (command === 'more') return true;
    if (shell.options.has('verbose')) yield* shell.print(2, taken);
    if (command === 'end') return false;
    if (command === undefined) continue;
    yield* evaluateNode(shell, command, PLAIN);
    if (shell.skip !== undefined) {
      if (shell.skip === 'return') return false;
      shell.skip = undefined;
    }
  }
}

/** Commands from standard input, taken in blocks as ash does. */
function* runInput(shell: Shell): Step<number> {
  const source = new CommandSource((text, line, last) => parserFor(shell, text, line, last));
  while (yield* runSource(shell, source)) {
    const block = yield* readBlock(shell);
    if (block === '') source.end();
    else source.feed(block.replaceAll('\0', ''));
  }
  return shell.status;
}

function* readBlock(shell: Shell): Step<string> {
  for (;;) {
    try {
      return fromBytes(yield* shell.p.read(0, INPUT_BLOCK));
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      if (error.errno !== 'EINTR') return '';
      shell.traps.collect();
    }
  }
}

function* runProfile(shell: Shell, path: string): Step<void> {
  if (!shell.p.fs.exists(path)) return;
  try {
    yield* runText(shell, yield* readScript(shell, path), PLAIN);
    if (shell.skip === 'return') shell.skip = undefined;
  } catch (error) {
    if (error instanceof ShellExit) throw error;
    yield* failureStatus(shell, error);
  }
}
