import { type Run, type Step, SysError } from '../../kernel/index.ts';
import { ShellComplaint, ShellError, ShellExit } from '../errors.ts';
import type { Shell } from '../shell.ts';
import { EXIT } from '../traps.ts';
import { runText } from './text.ts';

/** Runs commands to their end as a process of their own: errors end it, the EXIT trap runs. Gives the exit status. */
export function* runChild(shell: Shell, body: (shell: Shell) => Step<number>): Run {
  let status: number;
  try {
    status = yield* body(shell);
  } catch (error) {
    status = yield* failureStatus(shell, error);
  }
  return yield* exitShell(shell, status);
}

/** The exit status that an error gives; prints what has not been printed. Anything unknown is thrown on. */
export function* failureStatus(shell: Shell, error: unknown): Step<number> {
  if (error instanceof ShellExit || error instanceof ShellError) return error.status;
  if (error instanceof ShellComplaint) {
    if (error.atParser) shell.errorLine = shell.parserLine;
    yield* shell.error(error.message);
    return error.status;
  }
  if (error instanceof SysError) {
    yield* shell.error(error.message);
    return 2;
  }
  if (error instanceof RangeError) {
    yield* shell.error('too many commands inside each other');
    return 2;
  }
  throw error;
}

/** Runs the EXIT trap and gives the status to exit with. */
export function* exitShell(shell: Shell, status: number): Step<number> {
  const action = shell.traps.get(EXIT);
  if (action === undefined || action === '') return status;
  shell.traps.set(EXIT, undefined);
  shell.status = status;
  shell.skip = undefined;
  shell.traps.statusBefore = status;
  try {
    yield* runText(shell, action, { tested: false, exit: false });
  } catch (error) {
    return yield* failureStatus(shell, error);
  }
  return status;
}
