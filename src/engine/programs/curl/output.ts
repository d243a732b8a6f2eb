import { fromBytes, type Process, type Step, SysError } from '../../kernel/index.ts';
import { CurlFailure } from './failure.ts';

const BUFFER = 4096;

/** Standard output with stdio's buffering: it comes at the end, after 4096 bytes, or at once on a terminal. */
export class Output {
  readonly #p: Process;
  readonly #tty: boolean;
  #held = '';
  constructor(p: Process) {
    this.#p = p;
    this.#tty = p.isatty(1);
  }
  *text(text: string): Step<void> {
    this.#held += text;
    if (this.#tty || this.#held.length >= BUFFER) yield* this.flush();
  }
  *flush(): Step<void> {
    const text = this.#held;
    this.#held = '';
    if (text === '') return;
    try {
      yield* this.#p.write(1, text);
    } catch (error) {
      if (error instanceof SysError) throw new CurlFailure(23, 'Failure writing output to destination');
      throw error;
    }
  }
}

/** Where a body goes: a file that is made at the first byte, or standard output. */
export class Sink {
  readonly #p: Process;
  readonly #out: Output;
  /** Undefined for standard output. */
  readonly path: string | undefined;
  #fd: number | undefined;
  size = 0;

  constructor(p: Process, out: Output, path: string | undefined) {
    this.#p = p;
    this.#out = out;
    this.path = path;
  }
  *write(bytes: Uint8Array): Step<void> {
    this.size += bytes.length;
    yield* this.#put(bytes);
  }
  /** Fields of the answer, which are not counted. */
  *writeText(text: string): Step<void> {
    yield* this.#put(Uint8Array.from(text, (char) => char.charCodeAt(0)));
  }
  /** An answer without a body still makes the file. */
  close(): void {
    if (this.path !== undefined) this.#p.io.close(this.#open());
  }

  *#put(bytes: Uint8Array): Step<void> {
    if (this.path === undefined) yield* this.#out.text(fromBytes(bytes));
    else yield* this.#p.write(this.#open(), bytes);
  }
  #open(): number {
    try {
      this.#fd ??= this.#p.fs.open(this.path!, { write: true, create: true, truncate: true });
      return this.#fd;
    } catch (error) {
      if (error instanceof SysError) throw new CurlFailure(23, 'Failure writing output to destination');
      throw error;
    }
  }
}
