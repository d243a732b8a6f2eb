import { type ByteString, fromBytes, type Process, SIGNALS, type Step, SysError, TURN } from '../../kernel/index.ts';

/** Longest line and head of a message, bytes. */
const MAX_HEAD = 64 * 1024;
/** Longest body that is held at once, bytes. */
export const MAX_BODY = 256 * 1024 * 1024;

/** What came is not HTTP, or more than is taken. */
export class HttpError extends Error {
  readonly kind: 'malformed' | 'too-large' | 'cut-short' | 'empty';
  constructor(kind: HttpError['kind'], message: string) {
    super(message);
    this.kind = kind;
  }
}

/**
 * A descriptor on which HTTP is spoken, with what has been read of it and not yet used. Keep one for as long as the
 * connection lives. Reading past `deadline` (virtual seconds) throws ETIMEDOUT.
 */
export class HttpConnection {
  readonly p: Process;
  readonly fd: number;
  deadline: number | undefined;
  #held = '';
  #ended = false;

  constructor(p: Process, fd: number, options: { readonly deadline?: number | undefined } = {}) {
    this.p = p;
    this.fd = fd;
    this.deadline = options.deadline;
  }

  /** More bytes into what is held; false at the end. */
  *#more(): Step<boolean> {
    if (this.#ended) return false;
    if (this.deadline !== undefined && (yield* this.p.net.readable([this.fd], this.deadline)).length === 0) throw new SysError('ETIMEDOUT');
    const bytes = yield* this.p.read(this.fd);
    if (this.p.tick()) yield TURN;
    if (bytes.length === 0) this.#ended = true;
    else this.#held += fromBytes(bytes);
    return bytes.length > 0;
  }

  /** Bytes read and not used yet: what a protocol above goes on with. */
  get held(): ByteString {
    return this.#held;
  }
  /** Looks at the first byte without using it; empty at the end. */
  *peek(): Step<ByteString> {
    while (this.#held === '') if (!(yield* this.#more())) break;
    return this.#held.slice(0, 1);
  }
  /** The next line without its end; undefined at the end of the file. Throws HttpError when it is longer than a head may be. */
  *line(): Step<ByteString | undefined> {
    let from = 0;
    for (;;) {
      const at = this.#held.indexOf('\n', from);
      if (at >= 0) {
        const line = this.#held.slice(0, at).replace(/\r$/, '');
        this.#held = this.#held.slice(at + 1);
        return line;
      }
      if (this.#held.length > MAX_HEAD) throw new HttpError('too-large', 'header line too long');
      from = this.#held.length;
      if (!(yield* this.#more())) return undefined;
    }
  }
  /** Bytes that are there, at most `max`; empty at the end. */
  *some(max: number): Step<Uint8Array> {
    if (this.#held === '') yield* this.#more();
    const part = this.#held.slice(0, max);
    this.#held = this.#held.slice(max);
    const bytes = new Uint8Array(part.length);
    for (let i = 0; i < part.length; i++) bytes[i] = part.charCodeAt(i);
    return bytes;
  }
  /** Writes all of it. A closed other end gives EPIPE without the signal (MSG_NOSIGNAL). */
  *write(data: Uint8Array | ByteString): Step<void> {
    const before = this.p.dispositions.get(SIGNALS.PIPE);
    this.p.setDisposition(SIGNALS.PIPE, 'ignore');
    try {
      yield* this.p.write(this.fd, data);
    } finally {
      this.p.setDisposition(SIGNALS.PIPE, before ?? 'default');
    }
  }
  close(): void {
    if (this.p.io.has(this.fd)) this.p.io.close(this.fd);
  }
}
