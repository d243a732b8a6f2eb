import { type ByteString, fromBytes, type Step, SysError, TURN } from '../../../kernel/index.ts';
import type { Call } from '../applet.ts';

/** How much stdio reads at a time. */
const CHUNK = 4096;
/** The longest line: beyond it there is not enough memory. */
const MAX_LINE = 64 * 1024 * 1024;

/**
 * Reads a descriptor as C's stdio does: line by line or byte by byte, 4096 bytes at a time, so that what others find in a
 * shared input afterwards is what they would find. An error ends the input and is kept in `error`.
 */
export class Input {
  readonly fd: number;
  /** The name as it was given. */
  readonly name: ByteString;
  error: SysError | undefined;
  #call: Call;
  #text = '';
  #at = 0;
  #ended = false;

  constructor(call: Call, fd: number, name: ByteString) {
    this.#call = call;
    this.fd = fd;
    this.name = name;
  }

  /** The next line with its delimiter, which the last may lack; undefined at the end. */
  *line(delimiter = '\n'): Step<ByteString | undefined> {
    const parts: string[] = [];
    let size = 0;
    for (;;) {
      const end = this.#text.indexOf(delimiter, this.#at);
      if (end >= 0) {
        parts.push(this.#text.slice(this.#at, end + 1));
        this.#at = end + 1;
        return parts.length === 1 ? parts[0]! : parts.join('');
      }
      const rest = this.#text.slice(this.#at);
      if (rest !== '') parts.push(rest);
      size += rest.length;
      if (size > CHUNK) this.#call.p.held = Math.max(this.#call.p.held, size);
      if (size > MAX_LINE) throw new SysError('ENOMEM');
      if (!(yield* this.#fill())) return size === 0 ? undefined : parts.join('');
    }
  }

  /** The next line as busybox's functions cut them: it ends after a newline or a NUL (bb_get_chunk_from_file). */
  *chunk(): Step<ByteString | undefined> {
    const line = yield* this.line();
    const nul = line === undefined ? -1 : line.indexOf('\0');
    if (line === undefined || nul < 0) return line;
    this.#text = line.slice(nul + 1) + this.#text.slice(this.#at);
    this.#at = 0;
    return line.slice(0, nul + 1);
  }
  /** The next line, up to a newline or a NUL, without that (xmalloc_fgetline). */
  *text(): Step<ByteString | undefined> {
    const line = yield* this.chunk();
    return line?.endsWith('\n') || line?.endsWith('\0') ? line.slice(0, -1) : line;
  }

  /** Some bytes: what is buffered, or the next chunk; undefined at the end. */
  *some(): Step<ByteString | undefined> {
    if (this.#at >= this.#text.length && !(yield* this.#fill())) return undefined;
    const text = this.#at === 0 ? this.#text : this.#text.slice(this.#at);
    this.#at = this.#text.length;
    return text;
  }

  /** The next byte as a string of length 1; undefined at the end. */
  *byte(): Step<ByteString | undefined> {
    if (this.#at >= this.#text.length && !(yield* this.#fill())) return undefined;
    return this.#text[this.#at++];
  }

  /** Everything that is left. */
  *rest(): Step<ByteString> {
    const parts: string[] = [];
    let size = 0;
    for (;;) {
      const part = yield* this.some();
      if (part === undefined) return parts.join('');
      parts.push(part);
      size += part.length;
      if (size > MAX_LINE) throw new SysError('ENOMEM');
    }
  }

  /** Gives `count` bytes back that were just read. */
  unread(count: number): void {
    this.#at -= count;
  }

  /** What exit does to a stream: a file that can be positioned is left where reading stopped. */
  release(): void {
    const file = this.#call.p.io.has(this.fd) ? this.#call.p.io.at(this.fd) : undefined;
    const unread = this.#text.length - this.#at;
    if (unread > 0 && file?.seek !== undefined && file.tty !== true) file.seek(-unread, 'cur');
    this.#text = '';
    this.#at = 0;
  }

  close(): void {
    this.release();
    if (this.fd !== 0 && this.#call.p.io.has(this.fd)) this.#call.p.io.close(this.fd);
  }

  *#fill(): Step<boolean> {
    if (this.#ended) return false;
    if (this.#call.p.tick()) yield TURN;
    try {
      const bytes = yield* this.#call.p.read(this.fd, CHUNK);
      this.#text = fromBytes(bytes);
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      this.error = error;
      this.#text = '';
    }
    this.#at = 0;
    if (this.#text.length === 0) this.#ended = true;
    return !this.#ended;
  }
}

/** Opens a file, `-` being standard input; throws SysError. */
export function openInput(a: Call, path: ByteString): Input {
  if (path === '-') return new Input(a, 0, path);
  return new Input(a, a.p.fs.open(path, { read: true }), path);
}

/** Opens a file, or says why not and answers undefined (fopen_or_warn_stdin). */
export function* openOrComplain(a: Call, path: ByteString): Step<Input | undefined> {
  try {
    return openInput(a, path);
  } catch (error) {
    yield* a.complainOf(path, error);
    return undefined;
  }
}

/** Gives each file to `act` and closes it, standard input where none is named. The status: 1 when one could not be opened. */
export function* eachInput(a: Call, files: readonly ByteString[], act: (input: Input) => Step<void>): Step<number> {
  let status = 0;
  for (const file of files.length === 0 ? ['-'] : files) {
    const input = yield* openOrComplain(a, file);
    if (input === undefined) {
      status = 1;
      continue;
    }
    yield* act(input);
    input.close();
  }
  return status;
}

/** Opens a file or ends the applet (xfopen_stdin): `can't open 'FILE': why`. */
export function openOrDie(a: Call, path: ByteString): Input {
  try {
    return openInput(a, path);
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    a.die(`can't open '${path}': ${error.message}`);
  }
}

/** A line without its newline. */
export const chomp = (line: ByteString, delimiter = '\n'): ByteString => (line.endsWith(delimiter) ? line.slice(0, -1) : line);
