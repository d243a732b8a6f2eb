import { type ByteString, encodeText, type Process, type Run, SIGNALS, Tty, TURN } from '../../engine/kernel/index.ts';
import { createShell, type ShellSession } from '../../engine/shell/index.ts';
import type { World } from '../../engine/world/index.ts';
import { Clock } from './clock.ts';
import { type RunningMachine, Simulation } from './simulation.ts';

/** What one slice of a running command produced. */
export interface Slice {
  /** What the terminal shows, as text with `\n` line ends. */
  readonly output: string;
  /** Present in the last slice only. */
  readonly done?: { readonly exit: number };
  /** The command waits: for typed input, until so many milliseconds of the virtual clock have passed, or for what is being fetched. */
  readonly waits?: 'stdin' | { readonly ms: number } | { readonly loading: Promise<unknown> };
}

/** What happened while no command ran. */
export interface Tick {
  readonly output: string;
  /** Missing: nothing more happens by itself. `more`: there is more to do at once; else so many milliseconds until something falls due. */
  readonly waits?: 'more' | { readonly ms: number } | { readonly loading: Promise<unknown> };
}

/** How virtual time passes while a command waits: at once, or as much as the caller allows. */
export type Pace = 'jump' | 'paced';

const HOME = '/root';
/** Characters that wait to be shown before writers wait too. */
const UNSHOWN = 128 * 1024;
/** After so many interrupts a command that goes on is ended, this many virtual seconds after the last one. */
const INTERRUPTS = 3;
const PATIENCE = 0.02;
/** Milliseconds of rest between slices for programs that never wait. */
const REST = 50;
/** What a wait for a clock that stands is told as: whoever waits is woken when it goes on. */
const STANDING = 3_600_000;

/**
 * A person at a terminal of one machine: a shell that keeps its state between lines. The caller steps it and owns real time;
 * output is text, never ANSI of the terminal's own.
 */
export class Session {
  readonly simulation: Simulation;
  readonly machine: RunningMachine;
  readonly tty: Tty;
  readonly clock: Clock;
  readonly #decoder = new TextDecoder();
  readonly #process: Process;
  #shell: ShellSession | undefined;
  #line: ByteString | undefined;
  #busy = false;
  #exit = 0;
  #output = '';
  #interrupts = 0;
  /** When a command that took no notice of interrupts is ended. */
  #endAt: number | undefined;

  constructor(world: World, options: { columns?: number; rows?: number; machine?: string } = {}) {
    this.simulation = new Simulation(world);
    this.clock = new Clock(this.simulation.kernel);
    const name = options.machine ?? [...world.machines.keys()][0]!;
    this.machine = this.simulation.machines.get(name)!;
    this.tty = new Tty(
      (bytes) => {
        this.#output += this.#decoder.decode(bytes, { stream: true });
      },
      () => this.#output.length < UNSHOWN,
    );
    this.resize(options.columns ?? 80, options.rows ?? 24);
    this.#process = this.#boot();
    this.#settle();
  }

  resize(columns: number, rows: number): void {
    this.tty.columns = columns;
    this.tty.rows = rows;
  }

  /** Working directory of the shell. */
  get cwd(): string {
    return this.#process.cwd;
  }
  /** Changes it. Throws SysError when that cannot be. */
  chdir(dir: string): void {
    this.#process.chdir(encodeText(dir));
  }
  /** What to print before the next line. */
  prompt(): string {
    const { cwd } = this;
    const shown = cwd === HOME ? '~' : cwd.startsWith(`${HOME}/`) ? `~${cwd.slice(HOME.length)}` : cwd;
    return `${shown} $ `;
  }
  /** Names that commands, functions and variables could be completed to. */
  get shell(): ShellSession | undefined {
    return this.#shell;
  }
  get process(): Process {
    return this.#process;
  }
  /** Whether a text is a whole command: false asks for another line (`PS2`). */
  isComplete(text: string): boolean {
    return !(this.#shell?.isIncomplete(encodeText(text)) ?? false);
  }

  /** Starts a line; only one runs at a time. */
  start(line: string): void {
    if (this.#busy) throw new Error('a command is running');
    this.#line = encodeText(line);
    this.tty.reading = false;
    this.#busy = true;
    this.#interrupts = 0;
    this.#endAt = undefined;
  }

  /**
   * Goes on with what runs until it is done, waits, or `expired` says the slice is over. With pace `paced` the virtual clock moves on by
   * at most `elapsed` seconds when everybody waits, or as far as `clock` is being moved on.
   */
  step(expired: () => boolean, pace: Pace = 'jump', elapsed = 0): Slice {
    const { kernel } = this.simulation;
    const until = this.clock.until(elapsed);
    while (this.#busy || pace === 'paced') {
      const ran = kernel.step();
      if (!this.#busy) return { output: this.#take(), done: { exit: this.#exit } };
      if (this.#endAt !== undefined && kernel.now > this.#endAt) this.#endCommand();
      if (expired() || this.#output.length >= UNSHOWN) return { output: this.#take() };
      if (ran) continue;
      if (kernel.loading !== undefined) return { output: this.#take(), waits: { loading: kernel.loading } };
      const next = kernel.nextDeadline();
      if (next === undefined) {
        if (pace === 'paced') kernel.advance(until);
        if (this.#endAt !== undefined && kernel.now > this.#endAt) continue;
        return { output: this.#take(), waits: 'stdin' };
      }
      if (pace === 'jump' || next <= until) kernel.advance(next);
      else {
        kernel.advance(until);
        return { output: this.#take(), waits: this.#wantsInput() ? 'stdin' : { ms: this.#untilDue(next) } };
      }
    }
    return { output: this.#take(), done: { exit: this.#exit } };
  }

  /**
   * Lets what runs in the background go on while no command runs, for `elapsed` virtual seconds or as far as `clock` is being moved on.
   * Real time that does not fit into the slice is dropped, a jump goes on with the next call.
   */
  tick(expired: () => boolean, elapsed: number): Tick {
    const { kernel } = this.simulation;
    const until = this.clock.until(elapsed);
    while (kernel.now < until) {
      if (expired() || this.#output.length >= UNSHOWN) return { output: this.#take(), waits: this.clock.jumping ? 'more' : { ms: REST } };
      if (kernel.step()) continue;
      if (kernel.loading !== undefined) return { output: this.#take(), waits: { loading: kernel.loading } };
      kernel.advance(Math.min(until, kernel.nextDeadline() ?? until));
    }
    const next = kernel.nextDeadline();
    return { output: this.#take(), ...(next === undefined ? {} : { waits: { ms: this.#untilDue(next) } }) };
  }

  /** Milliseconds until `time` comes by itself. */
  #untilDue(time: number): number {
    return this.clock.mode === 'pause' ? STANDING : Math.max(0, time - this.simulation.kernel.now) * 1000;
  }

  /** Ctrl-C, Ctrl-\\ or Ctrl-Z: a signal to what runs in the foreground. */
  signal(name: 'INT' | 'QUIT' | 'TSTP'): void {
    const { kernel } = this.simulation;
    kernel.signalGroup(this.tty.foreground, SIGNALS[name]);
    if (this.#busy && name !== 'TSTP' && ++this.#interrupts >= INTERRUPTS) this.#endAt = kernel.now + PATIENCE;
  }
  /** Typed while a command runs, newline included. */
  type(text: string): void {
    this.tty.type(new TextEncoder().encode(text));
  }
  /** Ctrl-D on an empty line. */
  end(): void {
    this.tty.end();
  }

  #boot(): Process {
    const { kernel } = this.simulation;
    const { ns } = this.machine;
    const env = new Map([
      ['PATH', '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'],
      ['HOME', HOME],
      ['USER', 'root'],
      ['SHELL', '/bin/sh'],
      ['TERM', 'xterm-256color'],
      ['LANG', 'C.UTF-8'],
    ]);
    const file = this.tty.open();
    const process = kernel.start({
      ns,
      argv: ['-sh'],
      env,
      credentials: { uid: 0, gid: 0, groups: [0] },
      cwd: HOME,
      files: [file, file, file],
    });
    process.command = 'sh';
    process.executable = '/bin/sh';
    kernel.setControllingTty(process.session, this.tty);
    this.tty.foreground = process.group;
    process.run = this.#loop(process);
    return process;
  }

  /** Ends what the line started, whatever it does about signals; the shell itself goes on with the next line. */
  #endCommand(): void {
    const { kernel } = this.simulation;
    this.#endAt = undefined;
    for (const child of [...this.#process.children]) kernel.end(child, { kind: 'signaled', signal: SIGNALS.KILL });
    for (const child of [...this.#process.children]) this.#process.children.delete(child);
    this.#output += '\nstrata: ended after three interrupts\n';
    this.#exit = 128 + SIGNALS.INT;
    this.#process.run = this.#loop(this.#process);
    this.#process.wait = TURN;
  }

  *#loop(process: Process): Run {
    const shell = this.#shell ?? createShell(process, { dialect: 'dash', interactive: true });
    this.#shell = shell;
    for (;;) {
      this.#busy = false;
      yield { ready: () => this.#line !== undefined, uninterruptible: true };
      const line = this.#line ?? '';
      this.#line = undefined;
      process.caught.length = 0;
      this.tty.foreground = process.group;
      this.#exit = yield* shell.runSource(line, undefined, { keepGoing: true });
    }
  }

  #wantsInput(): boolean {
    return !this.tty.hasInput && this.tty.reading;
  }
  #settle(): void {
    while (this.#shell === undefined && this.simulation.kernel.step());
  }
  #take(): string {
    const text = this.#output;
    this.#output = '';
    return text;
  }
}
