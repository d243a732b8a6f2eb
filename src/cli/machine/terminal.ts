import { type ByteString, encodeText, type Kernel, type Process, type Run, SIGNALS, Tty, TURN } from '../../engine/kernel/index.ts';
import { createShell, type ShellSession } from '../../engine/shell/index.ts';
import type { RunningMachine } from './simulation.ts';

const HOME = '/root';
/** Characters that wait to be shown before writers wait too. */
const UNSHOWN = 128 * 1024;
/** After so many interrupts a command that goes on is ended, this many virtual seconds after the last one. */
const INTERRUPTS = 3;
const PATIENCE = 0.02;

/** A terminal on a machine, with a shell that keeps its state between lines. It is moved on by the Session it belongs to. */
export class Terminal {
  /** 0 is the first; numbers are never used again. */
  readonly id: number;
  readonly machine: RunningMachine;
  readonly tty: Tty;
  readonly process: Process;
  /** The line that runs; undefined at the prompt. */
  running: string | undefined;
  readonly #kernel: Kernel;
  readonly #named: boolean;
  readonly #decoder = new TextDecoder();
  #shell: ShellSession | undefined;
  #line: ByteString | undefined;
  #exit = 0;
  #output = '';
  #interrupts = 0;
  /** When a command that took no notice of interrupts is ended. */
  #endAt: number | undefined;

  /** `named`: the prompt tells the machine, as it should where there are several. */
  constructor(
    kernel: Kernel,
    machine: RunningMachine,
    options: { readonly id: number; readonly columns: number; readonly rows: number; readonly named: boolean },
  ) {
    this.id = options.id;
    this.machine = machine;
    this.#kernel = kernel;
    this.#named = options.named;
    this.tty = new Tty(
      (bytes) => {
        this.#output += this.#decoder.decode(bytes, { stream: true });
      },
      () => !this.full,
    );
    this.resize(options.columns, options.rows);
    this.process = this.#boot();
  }

  resize(columns: number, rows: number): void {
    this.tty.columns = columns;
    this.tty.rows = rows;
  }

  /** Working directory of the shell. */
  get cwd(): string {
    return this.process.cwd;
  }
  /** What to print before the next line. */
  prompt(): string {
    const { cwd } = this;
    const shown = cwd === HOME ? '~' : cwd.startsWith(`${HOME}/`) ? `~${cwd.slice(HOME.length)}` : cwd;
    return `${this.#named ? `${this.machine.name} ` : ''}${shown} $ `;
  }
  /** Undefined until the kernel has given the shell its first turn. */
  get shell(): ShellSession | undefined {
    return this.#shell;
  }
  /** Status of the last line. */
  get exit(): number {
    return this.#exit;
  }
  /** So much waits to be shown that writers wait. */
  get full(): boolean {
    return this.#output.length >= UNSHOWN;
  }
  /** Someone has asked for input and got none. */
  get wantsInput(): boolean {
    return !this.tty.hasInput && this.tty.reading;
  }

  /** Starts a line; only one runs at a time. */
  start(line: string): void {
    if (this.running !== undefined) throw new Error('a command is running');
    this.#line = encodeText(line);
    this.tty.reading = false;
    this.running = line;
    this.#interrupts = 0;
    this.#endAt = undefined;
    // The shell takes the line at once: a signal that comes next is for the command.
    while (this.#line !== undefined && this.#kernel.step());
  }
  /** Ctrl-C, Ctrl-\\ or Ctrl-Z: a signal to what runs in the foreground. */
  signal(name: 'INT' | 'QUIT' | 'TSTP'): void {
    this.#kernel.signalGroup(this.tty.foreground, SIGNALS[name]);
    if (this.running !== undefined && name !== 'TSTP' && ++this.#interrupts >= INTERRUPTS) this.#endAt = this.#kernel.now + PATIENCE;
  }
  /** Typed while a command runs, newline included. */
  type(text: string): void {
    this.tty.type(new TextEncoder().encode(text));
  }
  /** Ctrl-D on an empty line. */
  end(): void {
    this.tty.end();
  }
  /** The window is closed: what runs in it is hung up. */
  close(): void {
    this.#kernel.signalGroup(this.tty.foreground, SIGNALS.HUP);
    this.#kernel.end(this.process, { kind: 'signaled', signal: SIGNALS.HUP });
    this.running = undefined;
  }

  /** What has been written since the last time. */
  take(): string {
    const text = this.#output;
    this.#output = '';
    return text;
  }

  /** Ends what the line started when it took no notice of interrupts; the shell itself goes on with the next line. True when it did. */
  endOverdue(): boolean {
    const kernel = this.#kernel;
    if (this.#endAt === undefined || kernel.now <= this.#endAt) return false;
    this.#endAt = undefined;
    for (const child of [...this.process.children]) kernel.end(child, { kind: 'signaled', signal: SIGNALS.KILL });
    for (const child of [...this.process.children]) this.process.children.delete(child);
    this.#output += '\nstrata: ended after three interrupts\n';
    this.#exit = 128 + SIGNALS.INT;
    this.process.run = this.#loop(this.process);
    this.process.wait = TURN;
    return true;
  }

  #boot(): Process {
    const kernel = this.#kernel;
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
      ns: this.machine.ns,
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

  *#loop(process: Process): Run {
    const shell = this.#shell ?? createShell(process, { dialect: 'dash', interactive: true });
    this.#shell = shell;
    for (;;) {
      this.running = undefined;
      yield { ready: () => this.#line !== undefined, uninterruptible: true };
      const line = this.#line ?? '';
      this.#line = undefined;
      process.caught.length = 0;
      this.tty.foreground = process.group;
      this.#exit = yield* shell.runSource(line, undefined, { keepGoing: true });
    }
  }
}
