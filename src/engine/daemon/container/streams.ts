import type { LogLine } from '../../container/index.ts';
import { nullFile, type OpenFile, Pipe, PipeEnd, type Process, Tty } from '../../kernel/index.ts';
import type { Inode } from '../../tree/index.ts';

/** Most bytes kept of what a container wrote; older lines go first. */
const LOG_LIMIT = 8 * 1024 * 1024;
/** Most bytes a reader may be behind before the container waits for it. */
const BEHIND_LIMIT = 65_536;

/** Bytes of a start's stdout that are remembered from its beginning. */
const BEGINNING = 4096;

/** Someone reading a container's output as it comes: an attached command. */
export interface Subscriber {
  readonly owner: Process;
  /** Output since the last call, oldest first. */
  take(): LogLine[];
  readonly waiting: boolean;
}

/** What a terminal makes of a newline: it goes to the line's beginning too. */
function withReturns(bytes: Uint8Array): Uint8Array {
  if (!bytes.includes(10)) return bytes;
  const out: number[] = [];
  for (const byte of bytes) {
    if (byte === 10) out.push(13);
    out.push(byte);
  }
  return Uint8Array.from(out);
}

/** A container's standard streams: what is written is kept as its log and handed to everyone attached. */
export class Streams {
  readonly tty: Tty | undefined;
  readonly files: readonly [OpenFile, OpenFile, OpenFile];
  logs: LogLine[];
  readonly #input: OpenFile | undefined;
  readonly #now: () => number;
  #logBytes: number;
  /** The first of what was written to stdout since this start, while it is not long enough. */
  #first = new Uint8Array(0);
  #subscribers: { owner: Process; lines: LogLine[]; bytes: number }[] = [];

  constructor(options: { tty: boolean; stdin: boolean; logs: readonly LogLine[]; now: () => number }) {
    this.#now = options.now;
    this.logs = [...options.logs];
    this.#logBytes = this.logs.reduce((sum, line) => sum + line.bytes.length, 0);
    if (options.tty) {
      this.tty = new Tty(
        (bytes) => this.#take('stdout', withReturns(bytes)),
        () => !this.#full(),
      );
      const file = this.tty.open();
      this.files = [file, file, file];
      return;
    }
    let stdin: OpenFile = nullFile();
    if (options.stdin) {
      const pipe = new Pipe();
      stdin = new PipeEnd(pipe, 'read');
      this.#input = new PipeEnd(pipe, 'write');
    }
    this.files = [stdin, this.#output('stdout'), this.#output('stderr')];
  }

  /** The beginning of what this start wrote to stdout. */
  get beginning(): string {
    return new TextDecoder().decode(this.#first).replaceAll('\r\n', '\n');
  }

  /** The writable end of the container's standard input; undefined without `-i`. */
  get input(): OpenFile | undefined {
    return this.#input;
  }
  closeInput(): void {
    if (this.#input !== undefined && this.#input.refs >= 0) {
      this.#input.refs = -1;
      this.#input.close();
    }
  }

  subscribe(owner: Process): Subscriber {
    const entry = { owner, lines: [] as LogLine[], bytes: 0 };
    this.#subscribers.push(entry);
    return {
      owner,
      take: () => {
        const { lines } = entry;
        entry.lines = [];
        entry.bytes = 0;
        return lines;
      },
      get waiting() {
        return entry.lines.length > 0;
      },
    };
  }
  unsubscribe(owner: Process): void {
    this.#subscribers = this.#subscribers.filter((entry) => entry.owner !== owner);
  }

  #full(): boolean {
    if (this.#subscribers.some((entry) => entry.owner.status !== undefined)) {
      this.#subscribers = this.#subscribers.filter((entry) => entry.owner.status === undefined);
    }
    return this.#subscribers.some((entry) => entry.bytes > BEHIND_LIMIT);
  }

  #take(stream: LogLine['stream'], bytes: Uint8Array): void {
    const line: LogLine = { stream, time: this.#now(), bytes: bytes.slice() };
    this.logs.push(line);
    this.#logBytes += bytes.length;
    if (stream === 'stdout' && this.#first.length < BEGINNING) this.#remember(bytes);
    while (this.#logBytes > LOG_LIMIT && this.logs.length > 1) this.#logBytes -= this.logs.shift()!.bytes.length;
    for (const entry of this.#subscribers) {
      entry.lines.push(line);
      entry.bytes += bytes.length;
    }
  }

  #remember(bytes: Uint8Array): void {
    const both = new Uint8Array(Math.min(BEGINNING, this.#first.length + bytes.length));
    both.set(this.#first);
    both.set(bytes.subarray(0, both.length - this.#first.length), this.#first.length);
    this.#first = both;
  }

  #output(stream: LogLine['stream']): OpenFile {
    return {
      refs: 0,
      readable: false,
      writable: true,
      read: () => new Uint8Array(0),
      write: (bytes) => {
        if (this.#full()) return undefined;
        this.#take(stream, bytes);
        return bytes.length;
      },
      canRead: () => true,
      canWrite: () => !this.#full(),
      close: () => {},
      stat: (): Inode => ({ ino: 0, links: [], mode: 0o600, uid: 0, gid: 0, mtime: 0, kind: 'fifo' }),
    };
  }
}
