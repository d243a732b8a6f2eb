import { type ExitStatus, statusCode } from '../kernel/index.ts';

export interface JobProcess {
  readonly pid: number;
  readonly text: string;
  status: ExitStatus | undefined;
  stopped: boolean;
}

/** A pipeline that the shell has started. */
export interface Job {
  /** Number in `%1`, from 1. */
  readonly id: number;
  readonly processes: JobProcess[];
  /** Process group as a kernel number when the job has its own. */
  group: number | undefined;
  /** Started with job control on. */
  readonly controlled: boolean;
  /** The job of a command substitution. */
  readonly substitution: boolean;
  /** `jobs` has shown its present state. */
  shown: boolean;
  /** The status was asked for by `wait`: it may be forgotten. */
  waited: boolean;
}

/** The shell's jobs, and which of them `%%` and `%-` are. */
export class Jobs {
  list: Job[] = [];
  /** Jobs by recency, the current one last. */
  #recent: Job[] = [];

  add(options: { controlled: boolean; substitution?: boolean }): Job {
    let id = 1;
    for (; ; id++) {
      const taken = this.list.find((job) => job.id === id);
      if (taken === undefined) break;
      if (!taken.waited || !isDone(taken) || options.controlled) continue;
      this.remove(taken);
      break;
    }
    const job: Job = {
      id,
      processes: [],
      group: undefined,
      controlled: options.controlled,
      substitution: options.substitution ?? false,
      shown: true,
      waited: false,
    };
    this.list.push(job);
    this.list.sort((a, b) => a.id - b.id);
    return job;
  }
  remove(job: Job): void {
    this.list = this.list.filter((other) => other !== job);
    this.#recent = this.#recent.filter((other) => other !== job);
  }
  /** Makes a job the current one. */
  touch(job: Job): void {
    this.#recent = [...this.#recent.filter((other) => other !== job), job];
  }
  /** The current job first. */
  get byRecency(): Job[] {
    const others = this.list.filter((job) => !this.#recent.includes(job));
    return [...this.#recent].reverse().concat(others);
  }
  get current(): Job | undefined {
    return this.#recent.at(-1);
  }
  get previous(): Job | undefined {
    return this.#recent.at(-2);
  }
  byPid(pid: number): Job | undefined {
    return this.list.findLast((job) => job.processes.some((process) => process.pid === pid));
  }
  /** Notes that a child has ended. */
  ended(pid: number, status: ExitStatus): void {
    for (const job of this.list) {
      for (const process of job.processes) {
        if (process.pid !== pid || process.status !== undefined) continue;
        process.status = status;
        job.shown = false;
        return;
      }
    }
  }

  /** A job by `%n`, `%%`, `%+`, `%-`, `%text`, `%?text` or a process number. */
  find(name: string): Job | 'ambiguous' | undefined {
    if (!name.startsWith('%')) return /^\d+$/.test(name) ? this.byPid(Number(name)) : undefined;
    const rest = name.slice(1);
    if (rest === '' || rest === '%' || rest === '+') return this.current;
    if (rest === '-') return this.previous;
    if (/^\d+$/.test(rest)) return this.list.find((job) => job.id === Number(rest));
    const inside = rest.startsWith('?');
    const wanted = inside ? rest.slice(1) : rest;
    const found = this.list.filter(({ processes }) => {
      const text = processes[0]?.text ?? '';
      return inside ? text.includes(wanted) : text.startsWith(wanted);
    });
    return found.length > 1 ? 'ambiguous' : found[0];
  }

  /** The same jobs for a subshell that lists them, less the one that it is itself. */
  copyWithout(own: Job | undefined): Jobs {
    const other = new Jobs();
    const copies = new Map(
      this.list.filter((job) => job !== own).map((job) => [job, { ...job, processes: job.processes.map((p) => ({ ...p })) }]),
    );
    other.list = [...copies.values()];
    other.#recent = this.#recent.flatMap((job) => copies.get(job) ?? []);
    return other;
  }
}

export const isDone = (job: Job): boolean => job.processes.every((process) => process.status !== undefined);
export const isStopped = (job: Job): boolean =>
  !isDone(job) && job.processes.every((process) => process.status !== undefined || process.stopped);

/** The status of a finished pipeline: its last command's, or with pipefail the last that is not 0. */
export function jobStatus(job: Job, pipefail: boolean): number {
  const codes = job.processes.map(({ status }) => (status === undefined ? 0 : statusCode(status)));
  return pipefail ? (codes.findLast((code) => code !== 0) ?? 0) : (codes.at(-1) ?? 0);
}
