import { type ByteString, fromBytes, load, type Process, type Run, type Step, SysError, TURN } from '../../kernel/index.ts';
import { type LongOption, type Options, readOptions } from './options.ts';

/** What one applet does. Its value is the exit status; standard output is flushed afterwards. */
export type Applet = (a: Call) => Run;
/** Applets by name. */
export type Applets = Readonly<Record<string, Applet>>;

/** Thrown to end an applet at once: `text` goes to standard error as it is, then the usage of the applet `usageOf`. */
export class AppletEnd extends Error {
  readonly text: string;
  readonly status: number;
  readonly usageOf: string | undefined;
  constructor(text: string, status: number, usageOf?: string) {
    super(text);
    this.text = text;
    this.status = status;
    this.usageOf = usageOf;
  }
}

export const usageTexts = async (): Promise<typeof import('./usage/index.ts')> => import('./usage/index.ts');

/** The text of `NAME --help` on standard error, banner included, ending in a newline. */
export function* usageText(name: string): Step<string> {
  return (yield* load(usageTexts)).usageText(name);
}

const STDOUT_BUFFER = 4096;

/** How options are read, in getopt32's terms. */
export interface OptionRules {
  readonly long?: Readonly<Record<string, LongOption>>;
  /** Fewest and most operands; outside these the usage is shown. */
  readonly min?: number;
  readonly max?: number;
  /** Words to read instead of the applet's arguments. */
  readonly args?: readonly ByteString[];
}

/**
 * One run of one applet: its arguments and its standard streams with stdio's buffering (standard output is held back until
 * 4096 bytes, a newline on a terminal, an error message, or the end).
 */
export class Call {
  readonly p: Process;
  /** The applet's name, as its messages begin. */
  readonly name: string;
  /** Arguments without the applet's name. */
  readonly args: readonly ByteString[];
  /** Status that a usage message or `die` ends with (xfunc_error_retval). */
  errorStatus = 1;
  #out: string[] = [];
  #held = 0;
  #newline = false;
  #stdin: ByteString = '';
  #stdinEnded = false;

  /** Rewords what goes to standard error. */
  readonly voice: (text: string) => string;

  constructor(p: Process, name: string, args: readonly ByteString[], voice: (text: string) => string = (text) => text) {
    this.p = p;
    this.voice = voice;
    this.name = name;
    this.args = args;
  }

  /** Reads options as busybox's getopt32 does; a word that is no option ends the applet with glibc's complaint and the usage. */
  options(spec: string, rules: OptionRules = {}): Options {
    const options = readOptions(rules.args ?? this.args, spec, rules.long);
    if (typeof options === 'string') throw new AppletEnd(`${this.p.argv[0] ?? this.name}: ${options}\n`, this.errorStatus, this.name);
    if (options.rest.length < (rules.min ?? 0) || options.rest.length > (rules.max ?? Number.POSITIVE_INFINITY)) this.showUsage();
    return options;
  }
  /** Ends the applet with its usage on standard error. */
  showUsage(status = this.errorStatus): never {
    throw new AppletEnd('', status, this.name);
  }
  /** Ends the applet with `NAME: message` on standard error (bb_error_msg_and_die). */
  die(message: string, status = this.errorStatus): never {
    throw new AppletEnd(`${this.name}: ${message}\n`, status);
  }
  /** Ends the applet with `NAME: what: error text`; rethrows what is no system error. */
  dieOf(what: string, error: unknown, status = this.errorStatus): never {
    if (!(error instanceof SysError)) throw error;
    this.die(`${what}: ${error.message}`, status);
  }

  /** Standard output, buffered. */
  *print(text: ByteString): Step<void> {
    this.#out.push(text);
    this.#held += text.length;
    if (this.#held >= STDOUT_BUFFER) yield* this.flush();
    else if (text.includes('\n')) {
      this.#newline = true;
      if (this.p.isatty(1)) yield* this.flush();
    }
  }
  *line(text: ByteString): Step<void> {
    yield* this.print(`${text}\n`);
  }
  *printBytes(bytes: Uint8Array): Step<void> {
    if (bytes.length < STDOUT_BUFFER) return yield* this.print(fromBytes(bytes));
    yield* this.flush();
    yield* this.p.write(1, bytes);
  }
  /** Writes what standard output holds back. */
  *flush(): Step<void> {
    if (this.#held === 0) return;
    const text = this.#out.join('');
    this.#out = [];
    this.#held = 0;
    this.#newline = false;
    yield* this.p.write(1, text);
  }
  /** Forgets what standard output holds back, as _exit does. */
  discard(): void {
    this.#out = [];
    this.#held = 0;
  }

  /** `NAME: message` on standard error, after standard output was flushed (bb_error_msg). */
  *complain(message: string): Step<void> {
    yield* this.warn(`${this.name}: ${message}\n`);
  }
  /** `NAME: what: error text` (bb_perror_msg); rethrows what is no system error. */
  *complainOf(what: string, error: unknown): Step<void> {
    if (!(error instanceof SysError)) throw error;
    yield* this.complain(`${what}: ${error.message}`);
  }
  /** Text on standard error as it is, after standard output was flushed. */
  *warn(text: ByteString): Step<void> {
    yield* this.flush();
    if (this.p.io.has(2)) yield* this.p.write(2, this.voice(text));
  }

  // ── standard input and files as lines

  /** The next line of standard input with its newline (the last may lack one); undefined at the end. Longer than 16 MiB gives EFBIG. */
  *readLine(fd = 0): Step<ByteString | undefined> {
    for (;;) {
      const at = this.#stdin.indexOf('\n');
      if (at >= 0) {
        const line = this.#stdin.slice(0, at + 1);
        this.#stdin = this.#stdin.slice(at + 1);
        return line;
      }
      if (this.#stdinEnded) {
        const line = this.#stdin;
        this.#stdin = '';
        return line === '' ? undefined : line;
      }
      if (this.#stdin.length > 16 * 1024 * 1024) throw new SysError('EFBIG');
      if (this.p.tick()) yield TURN;
      const bytes = yield* this.p.read(fd);
      if (bytes.length === 0) this.#stdinEnded = true;
      this.#stdin += fromBytes(bytes);
    }
  }

  /** The bytes of a file, `-` being standard input; through a descriptor, so that devices and fifos work. */
  *readInput(path: ByteString): Step<Uint8Array> {
    if (path === '-') return yield* this.p.readAll(0);
    const fd = this.p.fs.open(path, { read: true });
    try {
      return yield* this.p.readAll(fd);
    } finally {
      this.p.io.close(fd);
    }
  }

  /** Whether an answer typed on standard input says yes; the prompt goes to standard error (bb_ask_y_confirmation). */
  *confirmed(prompt: string): Step<boolean> {
    yield* this.warn(prompt);
    const answer = yield* this.readLine();
    return answer !== undefined && /^\s*[yY]/.test(answer);
  }

  get holdsLine(): boolean {
    return this.#newline;
  }
}

/** Runs an applet to its end: options, messages, flushing, and what happens when output cannot be written. */
export function* runApplet(p: Process, name: string, applet: Applet, args: readonly ByteString[], voice?: (text: string) => string): Run {
  const call = new Call(p, name, args, voice);
  let status: number;
  try {
    status = yield* applet(call);
  } catch (error) {
    if (error instanceof AppletEnd) {
      const usage = error.usageOf === undefined ? '' : yield* usageText(error.usageOf);
      yield* safely(call, () => call.warn(error.text + usage));
      return error.status;
    }
    if (!(error instanceof SysError)) throw error;
    if (error.errno === 'EPIPE') call.discard();
    yield* safely(call, () => call.complain(error.errno === 'EPIPE' ? 'write error: Broken pipe' : error.message));
    return call.errorStatus;
  }
  try {
    yield* call.flush();
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    yield* safely(call, () => call.complain(`standard output: ${error.message}`));
    return status === 0 ? 1 : status;
  }
  return status;
}

/** Runs a step whose failing to write must not hide why the applet ends. */
function* safely(call: Call, step: () => Step<void>): Step<void> {
  try {
    yield* step();
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    call.discard();
  }
}
