import { fromBytes, type Step, SysError } from '../kernel/index.ts';
import { notifyJobs } from './builtins/jobs.ts';
import { ShellExit } from './errors.ts';
import { promptText } from './prompt.ts';
import { evaluateNode, PLAIN } from './run/evaluate.ts';
import { CommandSource } from './run/source.ts';
import { parserFor } from './run/text.ts';
import { failureStatus } from './run/top.ts';
import { runTraps } from './run/trap-actions.ts';
import type { Shell } from './shell.ts';
import { SyntaxProblem } from './syntax/errors.ts';

/** The prompt loop: reads a line, runs what is complete, goes on after errors. Ends at the end of the input. */
export function* runInteractive(shell: Shell): Step<number> {
  const ahead: Ahead = { text: '' };
  const source = new CommandSource((text, line, last) => parserFor(shell, text, line, last));
  for (;;) {
    if (!source.pending) yield* notifyJobs(shell, 2, false);
    const line = yield* readLine(shell, source.pending ? 'PS2' : 'PS1', ahead);
    if (line === undefined) {
      source.discard();
      shell.status = 130;
      continue;
    }
    if (line === '') {
      source.end();
      if (!(yield* runAvailable(shell, source))) {
        yield* shell.print(2, shell.config.dialect === 'bash' ? 'exit\n' : '\n');
        return shell.status;
      }
    } else {
      source.feed(line.replaceAll('\0', ''));
      yield* runAvailable(shell, source);
    }
  }
}

/** Runs commands until more text is wanted (true) or the input has ended. Errors end the line, not the shell. */
function* runAvailable(shell: Shell, source: CommandSource): Step<boolean> {
  try {
    for (;;) {
      const { command } = source.next();
      if (command === 'more') return true;
      if (command === 'end') return false;
      if (command !== undefined) yield* evaluateNode(shell, command, PLAIN);
      shell.skip = undefined;
    }
  } catch (error) {
    if (error instanceof ShellExit) throw error;
    if (error instanceof SyntaxProblem) {
      shell.errorLine = error.line;
      yield* shell.error(error.message);
      shell.status = 2;
    } else shell.status = yield* failureStatus(shell, error);
    source.discard();
    shell.skip = undefined;
    shell.loopDepth = 0;
    shell.depth = 0;
    return true;
  }
}

/** Input that has been read beyond the line that was wanted. */
interface Ahead {
  text: string;
}

/**
 * What a shell that edits its lines tells the terminal: BusyBox asks where the cursor is (libbb/lineedit.c ask_terminal), bash 5.1 and later
 * turn bracketed paste on and off (readline enable-bracketed-paste). dash edits nothing.
 */
function editorOf(shell: Shell): { readonly before: string; readonly after: string; readonly done: string } {
  const { dialect } = shell.config;
  const terminal = shell.variables.get('TERM') ?? '';
  const edits = dialect !== 'dash' && shell.p.isatty(0) && shell.p.isatty(1) && terminal !== '' && terminal !== 'dumb';
  if (!edits) return { before: '', after: '', done: '' };
  return dialect === 'bash' ? { before: '\x1b[?2004h', after: '', done: '\x1b[?2004l\r' } : { before: '', after: '\x1b[6n', done: '' };
}

/** A line with its newline; '' at the end of the input; undefined when it was interrupted. */
function* readLine(shell: Shell, prompt: 'PS1' | 'PS2', ahead: Ahead): Step<string | undefined> {
  const editor = editorOf(shell);
  yield* shell.print(1, `${editor.before}${yield* promptText(shell, prompt)}${editor.after}`);
  for (;;) {
    const end = ahead.text.indexOf('\n') + 1;
    if (end > 0) {
      const line = ahead.text.slice(0, end);
      ahead.text = ahead.text.slice(end);
      if (editor.done !== '') yield* shell.print(1, editor.done);
      return line;
    }
    try {
      const block = fromBytes(yield* shell.p.read(0));
      const { text } = ahead;
      ahead.text = block === '' ? '' : text + block;
      if (block === '') return text;
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      if (error.errno !== 'EINTR') return '';
      shell.traps.collect();
      const interrupted = shell.traps.takeInterrupt();
      if (shell.traps.pending.length > 0) {
        yield* runTraps(shell);
        ahead.text = '';
        return undefined;
      }
      if (interrupted) {
        ahead.text = '';
        yield* shell.print(1, '\n');
        return undefined;
      }
    }
  }
}
