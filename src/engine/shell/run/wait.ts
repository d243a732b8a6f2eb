import { SIGNAL_TEXT, SIGNALS, type Step, SysError } from '../../kernel/index.ts';
import { ShellError } from '../errors.ts';
import { isDone, isStopped, type Job, jobStatus } from '../jobs.ts';
import type { Shell } from '../shell.ts';

/** Takes note of children that have ended, without waiting. */
export function* reap(shell: Shell): Step<void> {
  while (shell.p.children.size > 0) {
    const done = yield* shell.p.waitpid(-1, { nohang: true });
    if (done === undefined) return;
    shell.jobs.ended(done.pid, done.status);
  }
}

/** Waits for one child to end. False when there is none, or a trapped signal came and `interruptible`. */
export function* waitOnce(shell: Shell, interruptible: boolean): Step<'ended' | 'none' | 'signal'> {
  for (;;) {
    const stopped = shell.traps.collect();
    if (interruptible && (stopped || shell.traps.pending.length > 0)) return 'signal';
    try {
      const done = yield* shell.p.waitpid(-1);
      if (done !== undefined) shell.jobs.ended(done.pid, done.status);
      return 'ended';
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      if (error.errno === 'ECHILD') return 'none';
      const interrupted = shell.traps.collect();
      if (interruptible && (interrupted || shell.traps.pending.length > 0)) return 'signal';
    }
  }
}

/** Waits for a foreground job, says what signal it died of, forgets it. */
export function* waitForJob(shell: Shell, job: Job): Step<number> {
  const terminal = takeTerminal(shell, job);
  while (!isDone(job) && !isStopped(job)) {
    if (job.controlled) yield* waitControlled(shell, job);
    else if ((yield* waitOnce(shell, false)) === 'none') break;
  }
  terminal?.();
  if (isStopped(job)) {
    shell.jobs.touch(job);
    job.shown = false;
    return 128 + SIGNALS.TSTP;
  }
  shell.jobs.remove(job);
  yield* tellSignal(shell, job);
  if (job.controlled && job.processes.some(({ status }) => status?.kind === 'signaled' && status.signal === SIGNALS.INT))
    yield* interrupt(shell);
  return jobStatus(job, shell.options.has('pipefail'));
}

/** A job under job control was interrupted from the keyboard: so is the shell's command line. */
function* interrupt(shell: Shell): Step<void> {
  if (shell.traps.get(SIGNALS.INT) !== undefined) {
    shell.traps.pending.push(SIGNALS.INT);
    return;
  }
  if (!shell.options.interactive) return;
  yield* shell.print(2, '\n');
  throw new ShellError(128 + SIGNALS.INT);
}

/** Says what signal a finished job died of; INT and PIPE go without saying. */
export function* tellSignal(shell: Shell, job: Job): Step<void> {
  const last = job.processes.at(-1)?.status;
  if (last?.kind !== 'signaled' || last.signal === SIGNALS.PIPE) return;
  if (last.signal !== SIGNALS.INT) yield* shell.print(2, `${SIGNAL_TEXT[last.signal] ?? `Signal ${last.signal}`}\n`);
}

/** Waits until a process of the job ends or stops. */
function* waitControlled(shell: Shell, job: Job): Step<void> {
  const { p } = shell;
  const changed = (): boolean => {
    for (const child of p.children) {
      if (child.status !== undefined) return true;
      const process = job.processes.find(({ pid }) => pid === child.pid);
      if (process !== undefined && child.stopped !== process.stopped) return true;
    }
    return p.children.size === 0;
  };
  if (!changed()) yield { ready: changed };
  shell.traps.collect();
  for (const child of p.children) {
    const process = job.processes.find(({ pid }) => pid === child.pid);
    if (process !== undefined) process.stopped = child.stopped;
  }
  yield* reap(shell);
  if (p.children.size === 0) for (const process of job.processes) process.status ??= { kind: 'exited', code: 0 };
}

/** Gives the terminal to the job's group; the result takes it back. */
function takeTerminal(shell: Shell, job: Job): (() => void) | undefined {
  if (!job.controlled || job.group === undefined) return undefined;
  const tty = shell.p.kernel.ttyOf(shell.p);
  if (tty === undefined) return undefined;
  tty.foreground = job.group;
  return () => {
    tty.foreground = shell.p.group;
  };
}
