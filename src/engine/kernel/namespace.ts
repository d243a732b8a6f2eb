import type { Ino } from '../tree/index.ts';
import { ROOT } from '../tree/index.ts';
import type { FileSystem } from './file-system.ts';
import { NetworkStack } from './net/stack.ts';
import type { Process } from './process.ts';
import type { Signal } from './signals.ts';

/** One mount: the part of `fs` below inode `root` appears at the absolute `path`. */
export interface Mount {
  readonly path: string;
  readonly fs: FileSystem;
  readonly root: Ino;
  readonly readonly: boolean;
  /** First field of /proc/mounts. */
  readonly source: string;
  /** Fourth field of /proc/mounts, where it is not just how it may be written. */
  readonly options?: string;
  /** Called before the mount is looked into: /proc makes itself current this way. */
  readonly refresh?: () => void;
}

/** A soft and a hard limit of setrlimit(2); -1 for none. */
export interface ResourceLimit {
  readonly soft: number;
  readonly hard: number;
}

/** What became of a signal that was sent to a process. `unheard`: pid 1 has no handler, so its namespace drops the signal (pid_namespaces(7)). */
export type SignalOutcome = 'handled' | 'ignored' | 'unheard' | 'ended' | 'stopped' | 'continued';

/** A signal as it arrives: for those who watch a namespace. */
export interface Delivery {
  readonly process: Process;
  readonly signal: Signal;
  readonly outcome: SignalOutcome;
  /** A process, a terminal's keys, or nobody inside: the engine. */
  readonly from: Process | 'terminal' | undefined;
}

/** What is the machine's own and not a container's. */
export interface MachineFacts {
  /** Architectures of other machines whose programs run here by emulation (binfmt_misc), as Go names them. */
  emulated: readonly string[];
}

/** What a process sees of the machine: its mounts, its host name, its network, and its process numbers. Containers have one each. */
export class Namespace {
  readonly id: string;
  hostname: string;
  /** Linux's `pid_max` for this namespace's next process; pid 1 is the first process started in it. */
  nextPid = 1;
  /** Its own, or one that it shares with another namespace. */
  readonly network: NetworkStack;
  /** Turns that its processes have had. */
  turns = 0;
  /** Bytes its processes may hold together, and how many there may be; no limit when missing. */
  limits: { readonly memory?: number; readonly processes?: number; readonly resources?: ReadonlyMap<string, ResourceLimit> } = {};
  /** The machine it is on, which others share. */
  machine: MachineFacts = { emulated: [] };
  /** A process in it was ended because the memory limit was reached. */
  outOfMemory = false;
  /** Bytes still held after that: files in memory go with nobody. */
  memoryLeft = 0;
  /** Called each time that happens, before the process ends. */
  onOutOfMemory: (() => void) | undefined;
  /** Called for each signal that arrives at one of its processes, SIGCHLD apart, before it does what it does. */
  onSignal: ((delivery: Delivery) => void) | undefined;
  /** Called when its pid 1 has ended, before that takes the others along. */
  onEnding: (() => void) | undefined;
  #mounts: Map<string, Mount>;

  constructor(options: { id: string; hostname: string; root: FileSystem; readonly?: boolean; source?: string; network?: NetworkStack }) {
    this.id = options.id;
    this.hostname = options.hostname;
    this.network = options.network ?? new NetworkStack();
    const { root: fs, readonly = false, source = fs.type } = options;
    this.#mounts = new Map([['/', { path: '/', fs, root: ROOT, readonly, source }]]);
  }

  get root(): Mount {
    return this.#mounts.get('/')!;
  }

  /** Mounts in mount order, the root first. */
  get mounts(): readonly Mount[] {
    return [...this.#mounts.values()];
  }

  mount(options: {
    path: string;
    fs: FileSystem;
    root?: Ino;
    readonly?: boolean;
    source?: string;
    options?: string;
    refresh?: () => void;
  }): void {
    const { path, fs, root = ROOT, readonly = false, source = fs.type, ...more } = options;
    this.#mounts.set(path, { path, fs, root, readonly, source, ...more });
  }

  unmount(path: string): boolean {
    return path !== '/' && this.#mounts.delete(path);
  }

  mountAt(path: string): Mount | undefined {
    return this.#mounts.size === 1 ? undefined : this.#mounts.get(path);
  }

  hasMountBelow(path: string): boolean {
    for (const at of this.#mounts.keys()) if (at.startsWith(`${path}/`)) return true;
    return false;
  }
}
