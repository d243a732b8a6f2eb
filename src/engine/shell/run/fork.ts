import { type Process, type Run, type Step, SysError } from '../../kernel/index.ts';
import type { Job } from '../jobs.ts';
import type { Shell } from '../shell.ts';
import { runChild } from './top.ts';

export interface ForkOptions {
  /** Job that the child belongs to; undefined for command substitutions, whose status is asked for directly. */
  readonly job: Job | undefined;
  readonly background?: boolean;
  /** Text for `jobs`. */
  readonly text?: string;
  /** `$(trap)` still sees the parent's traps. */
  readonly keepTraps?: boolean;
  /** Runs in the child before anything else: descriptors. */
  readonly prepare?: (child: Process) => void;
}

/** Starts a subshell that runs `body` with a copy of the shell's state. */
export function* forkShell(shell: Shell, options: ForkOptions, body: (child: Shell) => Step<number>): Step<Process> {
  const start = (p: Process): Run => {
    const child = shell.copy(p);
    if (!options.keepTraps) child.traps.forgetInherited();
    child.options.set('monitor', false);
    options.prepare?.(p);
    return runChild(child, body);
  };
  let process: Process;
  try {
    process = shell.p.fork(start);
  } catch (error) {
    if (error instanceof SysError) return yield* shell.fail("can't fork: Resource temporarily unavailable");
    throw error;
  }
  const { job } = options;
  if (job !== undefined) {
    if (job.controlled) {
      job.group ??= process.id;
      process.group = job.group;
    }
    job.processes.push({ pid: process.pid, text: options.text ?? '', status: undefined, stopped: false });
    if (options.background) shell.jobs.touch(job);
  }
  if (options.background) shell.lastBackground = process.pid;
  return process;
}
