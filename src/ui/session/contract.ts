import type { ReadonlySignal, Signal } from '@preact/signals';
import type { ExerciseGoals, Subject, Verdict } from '../../grader/index.ts';
import type { Selected } from '../picture/index.ts';
import type { Distance, Way } from './ahead.ts';
import type { Channel } from './client.ts';
import type { ClockOrder, ClockState, Completion, FileInfo, Visit, VisitRequest } from './engine-session.ts';
import type { Replies, StartState } from './protocol.ts';
import type { Queries, QueryName } from './queries/index.ts';
import type { BlobStore, LabStore } from './storage.ts';
import type { Difference, Timeline, Turn } from './timeline.ts';
import type { LabView, TerminalView } from './view/index.ts';

export type Status = 'idle' | 'loading' | 'ready' | 'running' | 'failed';
export type Waiting = 'stdin' | 'clock' | 'nothing';

/** Something to tell the learner; `why` fills the sentence. */
export interface Notice {
  readonly key: 'lab.restored' | 'lab.unreadable' | 'lab.nosave' | 'lab.full';
  readonly why?: string;
}

export interface SessionOptions {
  readonly id: string;
  readonly start: StartState;
  /** What the pictures show until the engine has loaded. */
  readonly initial?: LabView;
  readonly exercise?: ExerciseGoals;
  /** A saved text to open in place of what the device keeps. */
  readonly saved?: string;
  readonly store: LabStore & Partial<BlobStore>;
  /** Whether this tab may write the lab; a lab nobody else can hold when missing. */
  readonly hold?: () => Promise<Holding>;
  connect(): Channel;
}

/** What a session needs of lock.ts. */
export interface Holding {
  readonly writable: boolean;
  onLost(listener: (save: boolean) => void | Promise<void>): () => void;
  onFree(listener: () => void): () => void;
  takeOver(): Promise<void>;
  release(): void;
}

/** The moment that pictures, files and questions are about. */
export interface Shown {
  readonly view: LabView | undefined;
  /** The moment one point earlier; pictures tell what is new from it. */
  readonly before: LabView | undefined;
  /** False while an earlier moment is looked at. */
  readonly live: boolean;
  /** Number of the point; undefined at the start. */
  readonly point: number | undefined;
}

/** A solved exercise. */
export interface Solved {
  readonly view: LabView;
  /** What the goals are about. */
  readonly subjects: readonly Subject[];
  readonly query: Session['query'];
}

/** One lab: its machines, terminals, timeline and memory. Terminal, editor and pictures subscribe to it and not to each other. */
export interface Session {
  /** The lab's id: what it is kept under on this device. */
  readonly id: string;
  /** `running` while any terminal has a command that runs. */
  readonly status: Signal<Status>;
  readonly failure: Signal<string>;
  readonly view: Signal<LabView | undefined>;
  /** The view before the last command. */
  readonly before: Signal<LabView | undefined>;
  readonly shown: ReadonlySignal<Shown>;
  readonly verdict: Signal<Verdict | undefined>;
  readonly notice: Signal<Notice | undefined>;
  /** Whether this tab keeps the lab: `elsewhere` when another tab has it, `free` when that one is gone. */
  readonly access: Signal<'here' | 'elsewhere' | 'free'>;
  /** The virtual clock as last heard of, and when that was (performance.now). */
  readonly clock: Signal<ClockState & { readonly heard: number }>;
  /** Rises whenever files may have changed. */
  readonly filesVersion: Signal<number>;
  /** Name of the machine that pictures, files and editor show. */
  readonly machine: Signal<string>;
  /** What the learner has chosen, in the terminal, the editor or any picture; marked in all of them. */
  readonly selected: Signal<Selected | undefined>;

  // terminals
  readonly terminals: ReadonlySignal<readonly TerminalView[]>;
  /** The one in front. */
  readonly terminal: Signal<number>;
  /** Those whose command runs. */
  readonly busy: Signal<ReadonlySet<number>>;
  /** What running commands wait for, by terminal. */
  readonly waits: Signal<ReadonlyMap<number, Waiting>>;
  /** What the terminal in front waits for. */
  readonly waiting: ReadonlySignal<Waiting>;
  readonly history: readonly string[];
  /** Commands on the way from the start to now, in all terminals. */
  readonly turns: Signal<readonly Turn[]>;
  openTerminal(machine?: string): Promise<number>;
  closeTerminal(terminal: number): Promise<void>;
  /** Runs one command line, in the terminal in front when none is named; resolves with its exit code. */
  run(line: string, terminal?: number): Promise<number>;
  remember(history: readonly string[]): void;
  interrupt(terminal?: number): void;
  /** Ctrl-Z: what runs in the foreground is stopped, and the shell has its prompt back. */
  suspend(terminal?: number): void;
  stdin(text: string, terminal?: number): void;
  eof(terminal?: number): void;
  resize(columns: number, rows: number, terminal?: number): void;
  complete(line: string, cursor: number, terminal?: number): Promise<Completion>;
  /** Shows a command at the prompt; with `enter` it is run, for the learner to see. */
  put(line: string, options?: { readonly enter?: boolean }): void;
  /** Where commands that are put go. */
  onPut(listener: (line: string, enter: boolean) => void): () => void;
  /** Output as it comes; the listener calls `shown` when it has been drawn. */
  onOutput(listener: (text: string, shown: () => void) => void, terminal?: number): () => void;
  /** Awaited before each command, so that an editor can save first. */
  onBeforeRun(listener: () => Promise<void>): () => void;
  /** Called when the machines stand somewhere else, so that terminals show the commands on the way there. */
  onReset(listener: () => void): () => void;

  // the machines
  open(): Promise<void>;
  /** Resolves when the worker makes the machines: what the page has to do meanwhile costs no time. */
  readonly making: Promise<void>;
  setClock(order: ClockOrder): Promise<void>;
  /** Asks about the moment that is shown. */
  query<N extends QueryName>(name: N, ask: Queries[N]['ask']): Promise<Queries[N]['answer']>;
  /** A request that a browser on a machine's host makes. */
  visit(request: VisitRequest): Promise<Visit>;
  // Files of the machine that is chosen, when none is named.
  listFiles(dir: string, machine?: string): Promise<readonly FileInfo[]>;
  readFile(path: string, machine?: string): Promise<Replies['files.read']>;
  readBytes(path: string, machine?: string): Promise<Uint8Array>;
  writeFile(path: string, content: string | Uint8Array, machine?: string): Promise<void>;
  /** As `writeFile` for large files: the bytes stay on the device, the log names them. */
  upload(path: string, bytes: Uint8Array, machine?: string): Promise<void>;
  removeFile(path: string, machine?: string): Promise<void>;
  rename(path: string, to: string, machine?: string): Promise<void>;
  makeDir(path: string, machine?: string): Promise<void>;

  // the timeline
  readonly timeline: Signal<Timeline>;
  /** The point that is looked at; undefined for now. */
  readonly looking: ReadonlySignal<number | undefined>;
  /** Shows a point without bringing the machines there; undefined: back to now. */
  look(point: number | undefined): Promise<void>;
  /** Brings the machines to a point. What came after it stays in the timeline. */
  go(point: number | 'undo' | 'redo'): Promise<void>;
  namePoint(point: number, name: string): Promise<void>;
  compare(a: number, b: number): Promise<readonly Difference[]>;
  /** Back to the start; everything stays in the timeline. */
  reset(): Promise<void>;

  // the exercise
  /** How far away passing is, on the ways that are known; tried on copies. */
  distance(ways: readonly Way[]): Promise<Distance>;
  /** The machines as a way leaves them, to be looked at; questions asked of it are about them. */
  solved(way: Way): Promise<Solved>;

  /** The whole lab as a text that opens it again. */
  save(): Promise<string>;
  /** Takes the lab over from another tab, with what that one saved. */
  takeOver(): Promise<void>;
  close(): void;
}
