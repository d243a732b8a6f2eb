import { type Process, type Run, type Step, SysError } from '../../kernel/index.ts';
import type { Job } from '../jobs.ts';
import type { Shell } from '../shell.ts';
import { type Node, plainText } from '../syntax/ast.ts';
import { commandText } from '../syntax/print.ts';
import { runChild } from './top.ts';

export interface ForkOptions {
  /** Job that the child belongs to; undefined for command substitutions, whose status is asked for directly. */
  readonly job: Job | undefined;
  readonly background?: boolean;
  /** What it runs: the text for `jobs`; `jobs` itself and `$(trap)` see what the parent has. */
  readonly node?: Node | undefined;
  /** Runs in the child before anything else: descriptors. */
  readonly prepare?: (child: Process) => void;
}

const calls = (node: Node | undefined, name: string): boolean =>
  node?.kind === 'simple' && node.words[0] !== undefined && plainText(node.words[0]) === name;

/** Starts a subshell that runs `body` with a copy of the shell's state. */
export function* forkShell(shell: Shell, options: ForkOptions, body: (child: Shell) => Step<number>): Step<Process> {
  const start = (p: Process): Run => {
    const child = shell.copy(p);
    if (options.job?.substitution !== true || !calls(options.node, 'trap')) child.traps.forgetInherited();
    if (calls(options.node, 'jobs')) child.jobs = shell.jobs.copyWithout(options.job);
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
    job.processes.push({ pid: process.pid, text: job.controlled ? commandText(options.node) : '', status: undefined, stopped: false });
    if (options.background) shell.jobs.touch(job);
  }
  if (options.background) shell.lastBackground = process.pid;
  return process;
}
