import { SIGNAL_TEXT, SIGNALS, type Step, statusCode } from '../../kernel/index.ts';
import { ShellComplaint } from '../errors.ts';
import { isDone, isStopped, type Job, type JobProcess } from '../jobs.ts';
import { reap, waitForJob, waitOnce } from '../run/wait.ts';
import type { Shell } from '../shell.ts';
import { parseOptions, wholeNumber } from './options.ts';
import type { Builtin } from './registry.ts';

/** The job a word names; the current one without a word. */
export function jobNamed(shell: Shell, name: string | undefined): Job {
  const found = shell.jobs.find(name ?? '%%');
  if (found === 'ambiguous') throw new ShellComplaint(`${name}: ambiguous`);
  if (found === undefined) throw new ShellComplaint(name === undefined ? 'no current job' : `${name}: no such job`);
  return found;
}

function stateText(process: JobProcess, job: Job): string {
  if (process.status === undefined) return process.stopped && isStopped(job) ? 'Stopped' : 'Running';
  if (process.status.kind === 'signaled') return SIGNAL_TEXT[process.status.signal] ?? `Signal ${process.status.signal}`;
  return process.status.code === 0 ? 'Done' : `Done(${process.status.code})`;
}

/** A job's lines in the listing of `jobs`. */
function describe(shell: Shell, job: Job, withPids: boolean): string {
  const mark = job === shell.jobs.current ? '+' : job === shell.jobs.previous ? '-' : ' ';
  const last = job.processes.at(-1)!;
  const indent = `[${job.id}]${mark}  `;
  if (!withPids) {
    const head = `${indent}${stateText(last, job)}`;
    return `${head.padEnd(33)}${job.processes.map(({ text }) => text).join(' | ')}\n`;
  }
  return job.processes
    .map((process, i) => {
      const head = `${i === 0 ? indent : ' '.repeat(indent.length)}${process.pid} ${i === job.processes.length - 1 || i === 0 ? stateText(process, job) : ''}`;
      return `${head.padEnd(33)}${i === 0 ? '' : '| '}${process.text}\n`;
    })
    .join('');
}

/** Shows jobs that have changed since they were last shown, and forgets finished ones. */
export function* notifyJobs(shell: Shell, fd: number, all: boolean): Step<void> {
  yield* reap(shell);
  for (const job of [...shell.jobs.list]) {
    if (job.processes.length === 0) continue;
    if (all || !job.shown) yield* shell.print(fd, describe(shell, job, false));
    job.shown = true;
    if (isDone(job)) shell.jobs.remove(job);
  }
}

export const jobs: Builtin = function* (shell, { argv }) {
  const { letters, rest } = parseOptions(argv, 'lp');
  yield* reap(shell);
  const chosen = rest.length > 0 ? rest.map((name) => jobNamed(shell, name)) : [...shell.jobs.list];
  for (const job of chosen) {
    if (job.processes.length === 0) continue;
    yield* shell.print(1, letters.has('p') ? `${job.processes[0]!.pid}\n` : describe(shell, job, letters.has('l')));
    job.shown = true;
    if (isDone(job)) shell.jobs.remove(job);
  }
  return 0;
};

function controlled(shell: Shell, name: string | undefined): Job {
  const job = jobNamed(shell, name);
  if (!job.controlled) throw new ShellComplaint(`job ${name ?? '(null)'} not created under job control`);
  return job;
}

function resume(shell: Shell, job: Job): void {
  for (const process of job.processes) process.stopped = false;
  if (job.group !== undefined) shell.p.kernel.signalGroup(job.group, SIGNALS.CONT);
}

export const fg: Builtin = function* (shell, { argv }) {
  const job = controlled(shell, argv[1]);
  yield* shell.print(1, `${job.processes.map(({ text }) => text).join(' | ')}\n`);
  resume(shell, job);
  return yield* waitForJob(shell, job);
};

export const bg: Builtin = function* (shell, { argv }) {
  const names = argv.length > 1 ? argv.slice(1) : [undefined];
  for (const name of names) {
    const job = controlled(shell, name);
    resume(shell, job);
    yield* shell.print(1, `[${job.id}] ${job.processes.map(({ text }) => text).join(' | ')}\n`);
  }
  return 0;
};

export const wait: Builtin = function* (shell, { argv }) {
  const names = argv[1] === '--' ? argv.slice(2) : argv.slice(1);
  const { jobs: table, traps } = shell;
  const interrupted = (): number => 128 + traps.pending[0]!;
  if (names.length === 0) {
    for (;;) {
      yield* reap(shell);
      if (table.list.every(isDone)) break;
      const end = yield* waitOnce(shell, true);
      if (end === 'signal') return traps.pending.length > 0 ? interrupted() : 130;
      if (end === 'none') break;
    }
    for (const job of [...table.list]) job.waited = true;
    return 0;
  }
  let status = 127;
  for (const name of names) {
    let job: Job | undefined;
    if (name.startsWith('%')) job = jobNamed(shell, name);
    else {
      const pid = wholeNumber(name);
      job = table.byPid(pid);
      if (job === undefined || job.processes.at(-1)?.pid !== pid) {
        status = 127;
        continue;
      }
    }
    while (!isDone(job)) {
      const end = yield* waitOnce(shell, true);
      if (end === 'signal') return traps.pending.length > 0 ? interrupted() : 130;
      if (end === 'none') break;
    }
    const last = job.processes.at(-1)?.status;
    status = last === undefined ? 127 : statusCode(last);
    job.waited = true;
  }
  return status;
};
