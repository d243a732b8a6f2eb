import type { Inode } from '../tree/index.ts';
import type { ByteString } from './bytes.ts';
import { SysError } from './errno.ts';
import { FD_MAJOR } from './fd-device.ts';
import type { OpenFlags } from './file-calls.ts';
import type { Credentials, Place } from './lookup.ts';
import { killWhereFull } from './memory.ts';
import type { Delivery, Namespace, SignalOutcome } from './namespace.ts';
import { MemoryDevice, type OpenFile, Pipe, PipeEnd, RegularFile } from './open-file.ts';
import { Process } from './process.ts';
import type { Programs } from './program.ts';
import { PseudoRandom } from './random.ts';
import { defaultAction, SIGNALS, type Signal } from './signals.ts';
import type { Tty } from './tty.ts';
import { type ExitStatus, TURN, type Wait, type Woken } from './wait.ts';

/** Virtual seconds that one turn of one process takes, so that busy loops meet their time-outs. */
export const TURN_COST = 0.000_02;
/** Most processes at once; more gives EAGAIN, as `ulimit -u` does. */
const MAX_PROCESSES = 400;

export interface KernelOptions {
  readonly programs: Programs;
  /** Virtual time to begin at, seconds since the epoch. */
  readonly now: number;
  readonly seed: number;
  /**
   * What becomes of a process whose program throws: its exit status, or undefined to let the error through. Programs are ours, so
   * this is a mistake of ours; on a real machine it would be a crash of that one program.
   */
  readonly onCrash?: (process: Process, error: unknown) => number | undefined;
}

export interface StartOptions {
  readonly ns: Namespace;
  readonly argv: readonly ByteString[];
  readonly env: ReadonlyMap<ByteString, ByteString>;
  readonly credentials: Credentials;
  readonly cwd?: string;
  readonly umask?: number;
  readonly parent?: Process;
  /** Descriptors 0, 1, 2 … */
  readonly files: readonly OpenFile[];
  readonly onExit?: (status: ExitStatus) => void;
}

/**
 * The simulated kernel: processes taking turns on a virtual clock. It is advanced from outside by `step`, runs nothing by
 * itself, and is deterministic: the same programs, inputs and seed give the same run. Time passes by turns taken, and
 * jumps (`advance`) when everybody waits.
 */
export class Kernel {
  readonly programs: Programs;
  readonly random: PseudoRandom;
  now: number;
  /** The process whose turn it is. */
  current: Process | undefined;
  /** Settles when what a process loads is there; until then nobody takes a turn and the clock stands. */
  loading: Promise<unknown> | undefined;
  readonly #onCrash: KernelOptions['onCrash'];
  /** The process whose turn waits for `loading`. */
  #loader: Process | undefined;
  #processes = new Map<number, Process>();
  #lastId = 0;
  /** Whose turns this round still has, and whether anyone took one in it. */
  #round: readonly Process[] = [];
  #next = 0;
  #ran = true;
  readonly #fifos = new WeakMap<object, Map<number, Pipe>>();
  readonly #numbers = new WeakMap<object, number>();
  #lastNumber = 0;
  readonly #ttys = new Map<Process['session'], Tty>();

  constructor(options: KernelOptions) {
    this.programs = options.programs;
    this.#onCrash = options.onCrash;
    this.now = options.now;
    this.random = new PseudoRandom(options.seed);
  }

  nextProcessId(): number {
    return ++this.#lastId;
  }

  /** Processes that have not been reaped, oldest first. */
  get processes(): readonly Process[] {
    return [...this.#processes.values()];
  }
  inNamespace(ns: Namespace): Process[] {
    return this.processes.filter((process) => process.ns === ns);
  }

  /** Starts a process; `load` or `fork` gives it something to run. */
  start(options: StartOptions): Process {
    if (this.#processes.size >= MAX_PROCESSES) throw new SysError('EAGAIN');
    const { ns, argv, env, credentials, cwd, umask, parent } = options;
    const process = new Process(this, {
      ns,
      argv,
      env,
      credentials,
      parent,
      ...(cwd === undefined ? {} : { cwd }),
      ...(umask === undefined ? {} : { umask }),
    });
    for (const [fd, file] of options.files.entries()) process.io.installAt(fd, file);
    process.onExit = options.onExit;
    parent?.children.add(process);
    this.#processes.set(process.id, process);
    return process;
  }

  fork(of: Process): Process {
    if (this.#processes.size >= MAX_PROCESSES) throw new SysError('EAGAIN');
    const { processes: most } = of.ns.limits;
    if (most !== undefined && this.inNamespace(of.ns).length >= most) throw new SysError('EAGAIN');
    const { ns, argv, env, credentials, cwd, umask, command, executable } = of;
    const child = new Process(this, { ns, argv, env, credentials, cwd, umask, command, executable, parent: of });
    child.root = of.root;
    of.io.copyTo(child.io);
    for (const [signal, disposition] of of.dispositions) child.dispositions.set(signal, disposition);
    of.children.add(child);
    this.#processes.set(child.id, child);
    return child;
  }

  /** Forgets an ended process that its parent has waited for. */
  reap(process: Process): void {
    this.#processes.delete(process.id);
  }

  /** Lets the next process that can go on take its turn; everyone gets one before anyone gets a second. False when nobody can go on. */
  step(): boolean {
    if (this.loading !== undefined) return false;
    if (this.#loader !== undefined) return this.#goOnLoaded();
    for (;;) {
      if (this.#next >= this.#round.length) {
        const idle = !this.#ran || this.#processes.size === 0;
        this.#ran = idle;
        this.#next = 0;
        this.#round = idle ? [] : this.processes;
        if (idle) return false;
      }
      const process = this.#round[this.#next++]!;
      if (process.status !== undefined || process.stopped || process.frozen || process.run === undefined) continue;
      const woken = this.#wakes(process);
      if (woken === undefined) continue;
      this.#ran = true;
      this.#resume(process, woken);
      return true;
    }
  }

  /** The earliest virtual time at which a waiting process goes on by itself; undefined when nobody waits for time. */
  nextDeadline(): number | undefined {
    if (this.loading !== undefined) return undefined;
    let next: number | undefined;
    for (const { status, stopped, frozen, wait } of this.#processes.values()) {
      if (status !== undefined || stopped || frozen || wait.deadline === undefined) continue;
      if (next === undefined || wait.deadline < next) next = wait.deadline;
    }
    return next;
  }

  /** Moves the clock forward; never back. */
  advance(to: number): void {
    if (to > this.now && this.loading === undefined) this.now = to;
  }

  // ── signals

  /** kill(2) from a process: permission and existence as Linux checks them. */
  kill(from: Process, pid: number, signal: Signal): void {
    if (signal < 0 || signal > 64) throw new SysError('EINVAL');
    const same = this.inNamespace(from.ns);
    const targets =
      pid > 0
        ? same.filter((process) => process.pid === pid)
        : pid === -1
          ? same.filter((process) => process !== from && process.pid !== 1)
          : same.filter((process) => process.group === (pid === 0 ? from.group : same.find((other) => other.pid === -pid)?.id));
    if (targets.length === 0) throw new SysError('ESRCH');
    const { uid } = from.credentials;
    const allowed = targets.filter((target) => uid === 0 || uid === target.credentials.uid);
    if (allowed.length === 0) throw new SysError('EPERM');
    for (const target of allowed) {
      this.deliver(target, signal, true, from);
      target.senders.set(signal, from.pid);
    }
  }

  /** Sends a signal to every process of a group. */
  signalGroup(group: number, signal: Signal, from: Process | 'terminal' = 'terminal'): void {
    for (const process of this.processes) if (process.group === group) this.deliver(process, signal, false, from);
  }

  /**
   * Delivers a signal. `inside`: it comes from the process's own namespace, where pid 1 gets only signals that it catches
   * (pid_namespaces(7)); from outside KILL and STOP work on it too.
   */
  deliver(process: Process, signal: Signal, inside: boolean, from?: Delivery['from']): void {
    if (process.status !== undefined || signal === 0) return;
    const init = process.pid === 1;
    const { onSignal } = process.ns;
    const tell = (outcome: SignalOutcome): void => {
      if (signal !== SIGNALS.CHLD) onSignal?.({ process, signal, outcome, from });
    };
    process.senders.delete(signal);
    const forced = signal === SIGNALS.KILL || signal === SIGNALS.STOP;
    if (signal === SIGNALS.CONT) process.stopped = false;
    const disposition = forced ? 'default' : (process.dispositions.get(signal) ?? 'default');
    if (disposition === 'ignore') {
      tell('ignored');
      return;
    }
    if (disposition === 'catch') {
      tell('handled');
      if (!process.caught.includes(signal)) process.caught.push(signal);
      return;
    }
    const action = defaultAction(signal);
    if (init && (inside || !forced)) {
      tell(action === 'ignore' ? 'ignored' : 'unheard');
      return;
    }
    tell(({ terminate: 'ended', stop: 'stopped', continue: 'continued', ignore: 'ignored' } as const)[action]);
    if (action === 'stop') process.stopped = true;
    else if (action === 'terminate') this.end(process, { kind: 'signaled', signal });
  }

  /** Ends a process: files closed, children given to pid 1, the namespace ended with its pid 1. */
  end(process: Process, status: ExitStatus): void {
    if (process.status !== undefined) return;
    process.status = status;
    process.run = undefined;
    process.io.closeAll();
    if (process.pid === 1) {
      process.ns.onEnding?.();
      for (const other of this.inNamespace(process.ns)) if (other !== process) this.end(other, { kind: 'signaled', signal: SIGNALS.KILL });
      for (const other of this.inNamespace(process.ns)) if (other !== process) this.reap(other);
    }
    const init = this.inNamespace(process.ns).find((other) => other.pid === 1 && other.status === undefined);
    for (const child of process.children) {
      child.parent = init;
      if (child.status !== undefined || init === undefined) this.#adopt(child);
      else init.children.add(child);
    }
    process.children.clear();
    process.onExit?.(status);
    if (process.parent === undefined || process.parent.status !== undefined) this.reap(process);
    else {
      this.deliver(process.parent, SIGNALS.CHLD, true);
      process.parent.senders.set(SIGNALS.CHLD, process.pid);
    }
  }

  #adopt(child: Process): void {
    if (child.status !== undefined) this.reap(child);
  }

  // ── terminals and special files

  /** A number for a pipe, the same whenever it is asked for: what /proc/PID/fd shows. */
  numberOf(channel: object): number {
    let number = this.#numbers.get(channel);
    if (number === undefined) this.#numbers.set(channel, (number = 10_000 + ++this.#lastNumber));
    return number;
  }

  /** Makes `tty` the controlling terminal of a session: /dev/tty leads there. */
  setControllingTty(session: number, tty: Tty): void {
    this.#ttys.set(session, tty);
  }
  ttyOf(process: Process): Tty | undefined {
    return this.#ttys.get(process.session);
  }

  /** The open description for an inode: the last step of open(2), after permission checks. */
  openPlace(process: Process, place: Place & { inode: Inode }, flags: OpenFlags): OpenFile {
    const { inode, mount, path } = place;
    const readable = flags.read ?? false;
    const writable = flags.write ?? false;
    if (inode.kind === 'file' || inode.kind === 'dir') {
      return new RegularFile(mount.fs, inode.ino, { mount, path, readable, writable, append: flags.append ?? false });
    }
    if (inode.kind === 'fifo') {
      const pipe = this.#fifo(mount.fs, inode.ino);
      return new PipeEnd(pipe, readable ? 'read' : 'write', inode);
    }
    if (inode.kind !== 'char') throw new SysError('EIO');
    return this.#openDevice(process, inode.major, inode.minor, inode, path);
  }

  #openDevice(process: Process, major: number, minor: number, inode: Inode, path: string): OpenFile {
    if (major === 1 && [3, 5, 7, 8, 9].includes(minor)) return new MemoryDevice(minor, inode, (count) => this.random.bytes(count));
    if (major === 5 && (minor === 0 || minor === 1)) {
      const tty = this.ttyOf(process);
      if (tty === undefined) throw new SysError('EIO');
      return tty.open();
    }
    const open = this.descriptionAt(process, { inode, path });
    if (open !== undefined) return open;
    throw new SysError('EIO');
  }

  /** The description that a place under /proc/PID/fd stands for; undefined for any other place. */
  descriptionAt(process: Process, place: { readonly inode: Inode; readonly path: string }): OpenFile | undefined {
    const { inode, path } = place;
    if (inode.kind !== 'char' || inode.major !== FD_MAJOR) return undefined;
    const pid = Number(/^\/proc\/(\d+)\//.exec(path)?.[1]);
    const owner = this.inNamespace(process.ns).find((other) => other.pid === pid);
    if (owner === undefined || !owner.io.has(inode.minor)) throw new SysError('ENOENT');
    return owner.io.at(inode.minor);
  }

  #fifo(fs: object, ino: number): Pipe {
    let pipes = this.#fifos.get(fs);
    if (pipes === undefined) this.#fifos.set(fs, (pipes = new Map()));
    let pipe = pipes.get(ino);
    if (pipe === undefined || (pipe.readers === 0 && pipe.writers === 0)) pipes.set(ino, (pipe = new Pipe()));
    return pipe;
  }

  // ── taking turns

  #wakes(process: Process): Woken | undefined {
    const { wait } = process;
    if (wait.ready === undefined && wait.deadline === undefined) return 'ready';
    if (process.caught.length > 0 && wait.uninterruptible !== true) return 'signal';
    if (wait.ready?.() === true) return 'ready';
    return wait.deadline !== undefined && wait.deadline <= this.now ? 'timeout' : undefined;
  }

  /** Goes on with a turn that had to wait for a load, as if it had not: no time has passed and nobody else is due. */
  #goOnLoaded(): boolean {
    const process = this.#loader!;
    this.#loader = undefined;
    if (process.status === undefined && process.run !== undefined) this.#resume(process, 'ready', 0);
    return true;
  }

  #turn(process: Process, woken: Woken): IteratorResult<Wait, number> {
    try {
      return process.run!.next(woken);
    } catch (error) {
      const status = this.#onCrash?.(process, error);
      if (status === undefined) throw error;
      return { done: true, value: status };
    }
  }

  #resume(process: Process, woken: Woken, cost = TURN_COST): void {
    this.now += cost;
    process.turns++;
    process.ns.turns++;
    this.current = process;
    const turn = this.#turn(process, woken);
    this.current = undefined;
    if (process.ns.limits.memory !== undefined) killWhereFull(this, process.ns, process.ns.limits.memory);
    if (process.status !== undefined) return;
    if (turn.done === true) this.end(process, { kind: 'exited', code: turn.value & 0xff });
    else if (turn.value.exit !== undefined) this.end(process, { kind: 'exited', code: turn.value.exit });
    else if (turn.value.replace !== undefined) {
      process.run = turn.value.replace;
      process.wait = TURN;
    } else if (turn.value.loading !== undefined) {
      process.wait = TURN;
      this.#loader = process;
      const loading = turn.value.loading.then(() => {
        if (this.loading === loading) this.loading = undefined;
      });
      this.loading = loading;
    } else process.wait = turn.value;
  }
}
