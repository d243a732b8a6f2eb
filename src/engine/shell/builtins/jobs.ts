import { SIGNAL_TEXT, SIGNALS, type Step, statusCode } from '../../kernel/index.ts';
import { ShellComplaint } from '../errors.ts';
import { isDone, isStopped, type Job, type JobProcess } from '../jobs.ts';
import { reap, tellSignal, waitForJob, waitOnce } from '../run/wait.ts';
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

/** Column at which commands begin in a listing. */
const COMMANDS_AT = 33;

/** A job's lines in the listing of `jobs`. */
function describe(shell: Shell, job: Job, withPids: boolean): string {
  const mark = job === shell.jobs.current ? '+' : job === shell.jobs.previous ? '-' : ' ';
  const label = `[${job.id}]${mark}  `;
  const [first] = job.processes;
  const head = `${label}${withPids ? `${first!.pid} ` : ''}${stateText(job.processes.at(-1)!, job)}`;
  let out = `${head}${' '.repeat(Math.max(1, COMMANDS_AT - head.length))}${first!.text}`;
  for (const { pid, text } of job.processes.slice(1)) {
    const next = withPids ? `${' '.repeat(label.length)}${pid} ` : '';
    out += `${withPids ? `\n${next}${' '.repeat(Math.max(1, COMMANDS_AT - next.length))}` : ' '}| ${text}`;
  }
  return `${out}\n`;
}

/** Shows jobs that have changed since they were last shown, and forgets finished ones. */
export function* notifyJobs(shell: Shell, fd: number, all: boolean): Step<void> {
  yield* reap(shell);
  for (const job of shell.jobs.byRecency) {
    if (job.processes.length === 0) continue;
    if (all || !job.shown) yield* shell.print(fd, describe(shell, job, false));
    job.shown = true;
    if (isDone(job)) shell.jobs.remove(job);
  }
}

export const jobs: Builtin = function* (shell, { argv }) {
  const { letters, rest } = parseOptions(argv, 'lp');
  yield* reap(shell);
  const chosen = rest.length > 0 ? rest.map((name) => jobNamed(shell, name)) : shell.jobs.byRecency;
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
  if (job.group !== undefined) shell.p.kernel.signalGroup(job.group, SIGNALS.CONT, shell.p);
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
    const running = !isDone(job);
    while (!isDone(job)) {
      const end = yield* waitOnce(shell, true);
      if (end === 'signal') return traps.pending.length > 0 ? interrupted() : 130;
      if (end === 'none') break;
    }
    if (running) yield* tellSignal(shell, job);
    const last = job.processes.at(-1)?.status;
    status = last === undefined ? 127 : statusCode(last);
    job.waited = true;
  }
  return status;
};
