// The port between the page and the engine. The worker drives one EngineSession; nothing else in the page sees the engine.
// Everything but restoring and completing is synchronous: the caller owns the clock and decides how long a job may run at a time.
import type { Snapshot } from '../../grader/input.ts';
import type { StartState } from './protocol.ts';
import type { Queries, QueryName, Question } from './queries/index.ts';
import type { LabView } from './view/index.ts';

/** What one slice of a running command produced. */
export interface Slice {
  /** Bytes for the terminal as text: ANSI sequences, `\n` line ends; stdout and stderr in the order they were written. */
  readonly output: string;
  /** Present in the last slice only. */
  readonly done?: { readonly exit: number };
  /** The command waits: for typed input, for so many milliseconds (the next step continues after them, however long they really took), or for what is being fetched. */
  readonly waits?: 'stdin' | { readonly ms: number } | { readonly loading: Promise<unknown> };
}

/** A command line being executed. Stepping a finished job returns `{ output: '' }` with the same `done`. */
export interface Job {
  /** Runs for about `budgetMs` milliseconds of real time and returns; never blocks longer than a few milliseconds over it. */
  step(budgetMs: number): Slice;
  /** Delivers a signal to the foreground job, as the terminal driver would on Ctrl-C. */
  signal(name: 'INT' | 'QUIT' | 'TSTP'): void;
  /** Text typed while the job runs, newline included. */
  stdin(text: string): void;
  /** End of input, as Ctrl-D on an empty line. */
  eof(): void;
}

/** The virtual clock as the page shows it. */
export interface ClockState {
  /** Virtual seconds since the epoch. */
  readonly now: number;
  /** `run`: virtual time passes as real time does. `pause`: only by hand. */
  readonly mode: 'run' | 'pause';
  /** It is being moved on by hand, and not there yet. */
  readonly jumping: boolean;
}

/** What can be done with the clock. `step` goes to the next thing that falls due; `stop` ends a jump where it has got to. */
export type ClockOrder = { readonly do: 'run' | 'pause' | 'step' | 'stop' } | { readonly do: 'jump'; readonly seconds: number };

/** What happened while no job ran. */
export interface Tick {
  readonly output: string;
  /** Images, containers or volumes are not what they were at the last tick. */
  readonly changed: boolean;
  /** Missing: nothing more happens by itself. `more`: tick again at once; else after so many milliseconds or that loading. */
  readonly waits?: 'more' | { readonly ms: number } | { readonly loading: Promise<unknown> };
}

export interface Completion {
  /** Candidates as they would appear in full; a directory ends in `/`. */
  readonly candidates: readonly string[];
  /** The part of the line (UTF-16 offsets) a candidate replaces. */
  readonly from: number;
  readonly to: number;
}

export interface FileInfo {
  readonly name: string;
  readonly kind: 'file' | 'dir' | 'symlink' | 'other';
  readonly size: number;
}

/** The learner's own machine. Paths are absolute; every failure is an Error whose message can be shown. */
export interface HostFiles {
  /** Sorted by name; hidden names included. */
  list(dir: string): readonly FileInfo[];
  read(path: string): Uint8Array;
  /** Creates or replaces a file; missing parent directories are made. */
  write(path: string, content: Uint8Array): void;
  /** Removes a file or a whole directory. */
  remove(path: string): void;
  mkdir(path: string): void;
}

export interface EngineSession {
  readonly files: HostFiles;
  /** The prompt to print before the next line, e.g. `~/app $ `. */
  prompt(): string;
  cwd(): string;
  /** Changes the working directory of the host shell; throws when there is no such directory. */
  chdir(dir: string): void;
  /** Starts one line; only one job exists at a time. A line may be empty or only a comment. */
  start(line: string): Job;
  clock(): ClockState;
  setClock(order: ClockOrder): void;
  /** Lets time pass while no job runs: containers go on. Works for about `budgetMs` milliseconds of real time. */
  tick(budgetMs: number): Tick;
  complete(line: string, cursor: number): Promise<Completion>;
  resize(columns: number, rows: number): void;
  view(): LabView;
  /** Answers a question about now; rejects with an Error whose message can be shown. */
  query<N extends QueryName>(question: Question<N>): Promise<Queries[N]['answer']>;
  /** The facts that exercises are graded on. */
  facts(): Snapshot;
  /** Text from which `restore` makes an equal session. */
  save(): string;
}

/** Which machines there are when a session begins. */
export type MachineStart = Pick<StartState, 'seed' | 'profile' | 'machines'>;

/** What the engine side provides to the worker. */
export interface EngineSessionFactory {
  /** A fresh machine. The same seed gives the same ids and times. */
  create(options: MachineStart & { readonly columns: number; readonly rows: number }): EngineSession;
  /** Rejects with an Error with a readable message when the text was written by another version or is damaged. */
  restore(saved: string, options: { readonly columns: number; readonly rows: number }): Promise<EngineSession>;
}
