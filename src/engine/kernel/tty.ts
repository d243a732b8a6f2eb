import type { Inode } from '../tree/index.ts';
import type { OpenFile } from './open-file.ts';

/**
 * A terminal: lines that the person typed come in, text goes out. The line editor outside has already cooked the input,
 * so a `read` sees whole lines. `foreground` is the process group that Ctrl-C reaches.
 */
export class Tty {
  foreground = 0;
  columns = 80;
  rows = 24;
  #lines: Uint8Array[] = [];
  #ended = false;
  /** Someone has asked for input and got none yet. Cleared by input; clear it when a new command begins. */
  reading = false;
  /** The terminal that the program in front passes everything on to, as `docker exec -it` does. */
  relay: Tty | undefined;
  readonly #show: (bytes: Uint8Array) => void;
  readonly #room: () => boolean;

  /** `show` takes what is written; while `room` says no, writers wait. */
  constructor(show: (bytes: Uint8Array) => void, room: () => boolean = () => true) {
    this.#show = show;
    this.#room = room;
  }

  /** Bytes typed, usually a line with its newline. */
  type(bytes: Uint8Array): void {
    if (bytes.length > 0) this.#lines.push(bytes);
  }
  /** Ctrl-D on an empty line: the next read sees the end of the file, once. */
  end(): void {
    this.#ended = true;
  }
  get hasInput(): boolean {
    return this.#lines.length > 0 || this.#ended;
  }

  /** A new description on this terminal. */
  open(): OpenFile {
    const columns = (): number => this.columns;
    const rows = (): number => this.rows;
    return {
      get columns() {
        return columns();
      },
      get rows() {
        return rows();
      },
      refs: 0,
      readable: true,
      writable: true,
      tty: true,
      read: (max) => this.#read(max),
      write: (bytes) => {
        if (!this.#room()) return undefined;
        this.#show(bytes.slice());
        return bytes.length;
      },
      canRead: () => this.hasInput,
      canWrite: this.#room,
      close: () => {},
      stat: (): Inode => ({ ino: 0, links: [], mode: 0o620, uid: 0, gid: 5, mtime: 0, kind: 'char', major: 136, minor: 0 }),
    };
  }

  #read(max: number): Uint8Array | undefined {
    const line = this.#lines.shift();
    if (line === undefined) {
      if (!this.#ended) {
        this.reading = true;
        return undefined;
      }
      this.#ended = false;
      this.reading = false;
      return new Uint8Array(0);
    }
    this.reading = false;
    if (line.length <= max) return line;
    this.#lines.unshift(line.subarray(max));
    return line.subarray(0, max);
  }
}
