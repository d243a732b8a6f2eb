// The port between the page and the engine. The worker drives one EngineSession; nothing else in the page sees the engine.
// Starting, pumping and looking are synchronous: the caller owns real time and decides how long anything may run at once.
import type { Snapshot } from '../../grader/input/index.ts';
import type { StartState } from './protocol.ts';
import type { Queries, QueryName, Question } from './queries/index.ts';
import type { Difference, Timeline, TimelinePoint, Turn } from './timeline.ts';
import type { LabView } from './view/index.ts';

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

/** About one candidate: what it is, how the list shows it when not as itself, and a line about it. */
export interface CompletionDetail {
  readonly kind: 'command' | 'flag' | 'value' | 'image' | 'hub' | 'container' | 'volume' | 'network' | 'stage' | 'variable' | 'path';
  readonly shown?: string;
  readonly note?: string;
}

export interface Completion {
  /** Candidates as they would appear in full; a directory ends in `/`. */
  readonly candidates: readonly string[];
  /** In the order of `candidates`. */
  readonly details?: readonly CompletionDetail[];
  /** The part of the line (UTF-16 offsets) a candidate replaces. */
  readonly from: number;
  readonly to: number;
}

export interface FileInfo {
  readonly name: string;
  readonly kind: 'file' | 'dir' | 'symlink' | 'other';
  readonly size: number;
}

/** The files of one of the learner's machines. Paths are absolute; every failure is an Error whose message can be shown. */
export interface HostFiles {
  /** Sorted by name; hidden names included. */
  list(dir: string): readonly FileInfo[];
  read(path: string): Uint8Array;
  /** Creates or replaces a file; missing parent directories are made. */
  write(path: string, content: Uint8Array): void;
  /** Removes a file or a whole directory. */
  remove(path: string): void;
  /** Gives a file or directory another path; refuses one that exists. */
  rename(path: string, to: string): void;
  mkdir(path: string): void;
}

/** A request that the page makes from a machine's host, as a browser there would. */
export interface VisitRequest {
  readonly machine: string;
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body?: string;
}

/** What came back. `failure` says why nothing did, as an error name such as `ECONNREFUSED` and in words. */
export type Visit =
  | {
      readonly status: number;
      readonly reason: string;
      readonly headers: readonly (readonly [name: string, value: string])[];
      readonly body: Uint8Array;
      /** Where redirects led to. */
      readonly url: string;
    }
  | { readonly failure: string; readonly message: string };

/** What happened during one slice. */
export interface Pumped {
  /** What terminals have to show: ANSI sequences, `\n` line ends; stdout and stderr in the order they were written. */
  readonly outputs: readonly { readonly terminal: number; readonly text: string }[];
  /** Commands that ended, each a point of the timeline now. */
  readonly ended: readonly Turn[];
  /** Images, containers or volumes are not what they were at the last slice. */
  readonly changed: boolean;
  /** Missing: nothing more happens by itself. `more`: pump again at once; else after so many milliseconds or that loading. */
  readonly waits?: 'more' | { readonly ms: number } | { readonly loading: Promise<unknown> };
}

export interface EngineSession {
  /** Files of the machine of that name; of the first when none is named. */
  files(machine?: string): HostFiles;
  /** As `files().write`, with bytes that the device's store has: the log holds their digest only. */
  upload(path: string, bytes: Uint8Array, blob: string, machine?: string): void;
  /** Changes the working directory of the first shell; throws when there is no such directory. */
  chdir(dir: string): void;

  /** Every machine has a terminal from the start, the first machine's is 0. */
  openTerminal(machine: string): number;
  /** Closes one that was opened; what runs in it is hung up. */
  closeTerminal(terminal: number): void;
  /** Starts one line; a terminal runs one at a time. A line may be empty or only a comment. */
  start(terminal: number, line: string): void;
  /** Delivers a signal to the foreground job, as the terminal driver would on Ctrl-C. */
  signal(terminal: number, name: 'INT' | 'QUIT' | 'TSTP'): void;
  /** Text typed while a command runs, newline included. */
  stdin(terminal: number, text: string): void;
  /** End of input, as Ctrl-D on an empty line. */
  eof(terminal: number): void;
  resize(terminal: number, columns: number, rows: number): void;
  /** Whether a terminal's command asked for input and got none. */
  wantsInput(terminal: number): boolean;
  complete(terminal: number, line: string, cursor: number): Promise<Completion>;
  /** Lets everything go on for about `budgetMs` milliseconds of real time; never blocks longer than a few milliseconds over it. */
  pump(budgetMs: number): Pumped;

  clock(): ClockState;
  setClock(order: ClockOrder): void;
  /** Begins a request, and resolves when it has begun; `answered` is called during a later `pump`. */
  visit(request: VisitRequest, answered: (visit: Visit) => void): Promise<void>;

  view(): LabView;
  /** Answers a question, about now or about a point; rejects with an Error whose message can be shown. */
  query<N extends QueryName>(question: Question<N>, point?: number): Promise<Queries[N]['answer']>;
  /** The facts that exercises are graded on. */
  facts(): Snapshot;

  timeline(): Timeline;
  /** The turns on the way from the start to now. */
  turns(): readonly Turn[];
  /** The start is over: what was done so far belongs to it. */
  begun(): void;
  /** Makes a point of what was edited since the last one; undefined when nothing was. */
  seal(): TimelinePoint | undefined;
  /** What the pictures showed at a point. */
  look(point: number): Promise<LabView>;
  /** Brings the machines to a point; `passed` is called at every command on the way that is done again. Nothing is forgotten. */
  go(point: number, passed?: (point: TimelinePoint) => void): Promise<void>;
  /** The points that undo and redo lead to. */
  undoTo(): number | undefined;
  redoTo(): number | undefined;
  namePoint(point: number, name: string): void;
  /** What is different at `b`; the first thousand. */
  compare(a: number, b: number): Promise<readonly Difference[]>;

  /** Text from which `restore` makes an equal session. */
  save(): string;
  /** Another session that stands where this one does, or stood at a point, to try things on; shells begin anew in their directory. This one notices nothing. */
  copy(point?: number): Promise<EngineSession>;
}

/** Which machines there are when a session begins. */
export type MachineStart = Pick<StartState, 'seed' | 'profile' | 'machines'>;

export interface RestoreOptions {
  /** The bytes of an upload; rejects when the device does not have them any more. */
  readonly blob: (digest: string) => Promise<Uint8Array>;
  /** Called at every point on the way that is done again, the start included; `session` stands there then. */
  readonly passed?: (point: TimelinePoint, session: EngineSession) => void;
}

/** What the engine side provides to the worker. */
export interface EngineSessionFactory {
  /** Fresh machines. The same seed gives the same ids and times. */
  create(options: MachineStart, blob?: RestoreOptions['blob']): EngineSession;
  /** Rejects with an Error with a readable message when the text was written by another version or is damaged. */
  restore(saved: string, options: RestoreOptions): Promise<EngineSession>;
}
