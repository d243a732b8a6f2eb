import { encodeText, type Process, type Tty } from '../../engine/kernel/index.ts';
import type { ShellSession } from '../../engine/shell/index.ts';
import type { World } from '../../engine/world/index.ts';
import { Clock } from './clock.ts';
import { type RunningMachine, Simulation } from './simulation.ts';
import { Terminal } from './terminal.ts';

/** What one slice of a running command produced. */
export interface Slice {
  /** What the terminal shows, as text with `\n` line ends. */
  readonly output: string;
  /** Present in the last slice only. */
  readonly done?: { readonly exit: number };
  /** The command waits: for typed input, until so many milliseconds of the virtual clock have passed, or for what is being fetched. */
  readonly waits?: 'stdin' | { readonly ms: number } | { readonly loading: Promise<unknown> };
}

/** Missing: nothing more happens by itself. `more`: there is more to do at once; else so many milliseconds until something falls due. */
export type Waits = 'more' | { readonly ms: number } | { readonly loading: Promise<unknown> } | undefined;

/** How virtual time passes while a command waits: at once, or as much as the caller allows. */
export type Pace = 'jump' | 'paced';

/** Milliseconds of rest between slices for programs that never wait. */
const REST = 50;
/** What a wait for a clock that stands is told as: whoever waits is woken when it goes on. */
const STANDING = 3_600_000;
const SIZE = { columns: 80, rows: 24 };

/**
 * A person with terminals on the machines of a World. The caller moves it on and owns real time: `step` until the first terminal's command is
 * done, or `pump` for whatever goes on in any of them. Output is text, never ANSI of the terminal's own.
 */
export class Session {
  readonly simulation: Simulation;
  readonly clock: Clock;
  readonly #terminals = new Map<number, Terminal>();
  #opened = 0;

  constructor(world: World, options: { columns?: number; rows?: number; machine?: string } = {}) {
    this.simulation = new Simulation(world);
    this.clock = new Clock(this.simulation.kernel);
    this.open(options.machine ?? [...world.machines.keys()][0]!, { ...SIZE, ...options });
  }

  /** Opens a terminal on a machine. Throws an Error when there is no such machine. */
  open(machine: string, size: { readonly columns: number; readonly rows: number } = SIZE): Terminal {
    const running = this.simulation.machines.get(machine);
    if (running === undefined) throw new Error(`there is no machine ${machine}`);
    const named = this.simulation.machines.size > 1;
    const terminal = new Terminal(this.simulation.kernel, running, { ...size, id: this.#opened++, named });
    this.#terminals.set(terminal.id, terminal);
    while (terminal.shell === undefined && this.simulation.kernel.step());
    return terminal;
  }
  /** Closes one; the first stays. */
  close(id: number): void {
    if (id === 0) throw new Error('the first terminal stays open');
    this.#terminals.get(id)?.close();
    this.#terminals.delete(id);
  }
  /** Those that are open, the first first. */
  get terminals(): readonly Terminal[] {
    return [...this.#terminals.values()];
  }
  /** Throws an Error when it is not open. */
  terminal(id: number): Terminal {
    const terminal = this.#terminals.get(id);
    if (terminal === undefined) throw new Error(`there is no terminal ${id}`);
    return terminal;
  }

  /**
   * Lets everything go on for `elapsed` real seconds of virtual time, or as far as `clock` is being moved on. Returns early when a terminal's
   * command ends, when a terminal is full, or when `expired` says the slice is over; time that does not fit is dropped, a jump goes on.
   */
  pump(expired: () => boolean, elapsed: number): Waits {
    const { kernel } = this.simulation;
    const until = this.clock.until(elapsed);
    const all = this.terminals;
    const busy = all.filter(({ running }) => running !== undefined);
    for (;;) {
      if (busy.length === 0 && kernel.now >= until) break;
      const ran = kernel.step();
      if (busy.some(({ running }) => running === undefined)) return 'more';
      const overdue = busy.some((terminal) => terminal.endOverdue());
      if (expired() || all.some(({ full }) => full)) return busy.length > 0 || this.clock.jumping ? 'more' : { ms: REST };
      if (ran || overdue) continue;
      if (kernel.loading !== undefined) return { loading: kernel.loading };
      if (kernel.now >= until) break;
      kernel.advance(Math.min(until, kernel.nextDeadline() ?? until));
    }
    const next = kernel.nextDeadline();
    return next === undefined ? undefined : { ms: this.#untilDue(next) };
  }

  /** Goes on with the first terminal's command until it is done, waits, or `expired` says the slice is over. */
  step(expired: () => boolean, pace: Pace = 'jump', elapsed = 0): Slice {
    const { kernel } = this.simulation;
    const { main } = this;
    const until = this.clock.until(elapsed);
    while (main.running !== undefined) {
      const ran = kernel.step();
      if (main.running === undefined) break;
      main.endOverdue();
      if (expired() || main.full) return { output: main.take() };
      if (ran) continue;
      if (kernel.loading !== undefined) return { output: main.take(), waits: { loading: kernel.loading } };
      const next = kernel.nextDeadline();
      if (next === undefined) {
        if (pace === 'paced') kernel.advance(until);
        if (main.endOverdue()) continue;
        return { output: main.take(), waits: 'stdin' };
      }
      if (pace === 'jump' || next <= until) kernel.advance(next);
      else {
        kernel.advance(until);
        return { output: main.take(), waits: main.wantsInput ? 'stdin' : { ms: this.#untilDue(next) } };
      }
    }
    return { output: main.take(), done: { exit: main.exit } };
  }

  /** Milliseconds until `time` comes by itself. */
  #untilDue(time: number): number {
    return this.clock.mode === 'pause' ? STANDING : Math.max(0, time - this.simulation.kernel.now) * 1000;
  }

  // ── the first terminal, for whoever has only one

  get main(): Terminal {
    return this.terminal(0);
  }
  get machine(): RunningMachine {
    return this.main.machine;
  }
  get tty(): Tty {
    return this.main.tty;
  }
  get cwd(): string {
    return this.main.cwd;
  }
  /** Changes its working directory. Throws SysError when that cannot be. */
  chdir(dir: string): void {
    this.main.process.chdir(encodeText(dir));
    this.main.shell?.moved();
  }
  prompt(): string {
    return this.main.prompt();
  }
  /** Names that commands, functions and variables could be completed to. */
  get shell(): ShellSession | undefined {
    return this.main.shell;
  }
  get process(): Process {
    return this.main.process;
  }
  /** Whether a text is a whole command: false asks for another line (`PS2`). */
  isComplete(text: string): boolean {
    return !(this.shell?.isIncomplete(encodeText(text)) ?? false);
  }
  start(line: string): void {
    this.main.start(line);
  }
  signal(name: 'INT' | 'QUIT' | 'TSTP'): void {
    this.main.signal(name);
  }
  type(text: string): void {
    this.main.type(text);
  }
  end(): void {
    this.main.end();
  }
}
