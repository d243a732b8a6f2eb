import { type Inode, resizeBody, writeBody } from '../tree/index.ts';
import { SysError } from './errno.ts';
import type { FileSystem } from './file-system.ts';
import type { Mount } from './namespace.ts';

/**
 * An open file description (open(2)): what file descriptors point at, shared by dup and fork. Reads and writes never
 * block: they say `undefined` when they would, and the process waits until `canRead` or `canWrite`.
 */
export interface OpenFile {
  readonly readable: boolean;
  readonly writable: boolean;
  /** Number of descriptors that point here; the last one calls `close`. */
  refs: number;
  /** At most `max` bytes; empty at the end of the file; undefined when it would block. */
  read(max: number): Uint8Array | undefined;
  /** How many bytes were taken; undefined when it would block. Throws EPIPE when nobody reads any more. */
  write(bytes: Uint8Array, now: number): number | undefined;
  canRead(): boolean;
  canWrite(): boolean;
  close(): void;
  /** Attributes for fstat. */
  stat(): Inode;
  /** Where in the file system this is, for regular files and directories. */
  readonly place?: { readonly mount: Mount; readonly path: string };
  readonly tty?: boolean;
  /** A terminal's size in characters. */
  readonly columns?: number;
  readonly rows?: number;
  /** The pipe behind it, for both of its ends. */
  readonly channel?: object;
  seek?(offset: number, whence: 'set' | 'cur' | 'end'): number;
  truncate?(size: number, now: number): void;
}

const NONE = new Uint8Array(0);

/** A regular file. The offset is shared by all descriptors on this description. */
export class RegularFile implements OpenFile {
  refs = 0;
  offset = 0;
  readonly readable: boolean;
  readonly writable: boolean;
  readonly append: boolean;
  readonly place: { readonly mount: Mount; readonly path: string };
  readonly ino: number;
  readonly #fs: FileSystem;

  constructor(fs: FileSystem, ino: number, options: { mount: Mount; path: string; readable: boolean; writable: boolean; append: boolean }) {
    this.#fs = fs;
    this.ino = ino;
    this.readable = options.readable;
    this.writable = options.writable;
    this.append = options.append;
    this.place = { mount: options.mount, path: options.path };
    fs.hold(ino);
  }

  read(max: number): Uint8Array {
    const inode = this.stat();
    if (inode.kind === 'dir') throw new SysError('EISDIR');
    if (inode.kind !== 'file') return NONE;
    const bytes = inode.body.read(this.offset, max);
    this.offset += bytes.length;
    return bytes;
  }
  write(bytes: Uint8Array, now: number): number {
    const inode = this.stat();
    if (inode.kind !== 'file') throw new SysError('EBADF');
    if (this.append) this.offset = inode.body.size;
    this.#fs.setBody(this.ino, writeBody(inode.body, this.offset, bytes.slice()), now);
    this.offset += bytes.length;
    return bytes.length;
  }
  canRead(): boolean {
    return true;
  }
  canWrite(): boolean {
    return true;
  }
  close(): void {
    this.#fs.release(this.ino);
  }
  stat(): Inode {
    const inode = this.#fs.get(this.ino);
    if (inode === undefined) throw new SysError('EIO');
    return inode;
  }
  seek(offset: number, whence: 'set' | 'cur' | 'end'): number {
    const inode = this.stat();
    const size = inode.kind === 'file' ? inode.body.size : 0;
    const to = offset + (whence === 'set' ? 0 : whence === 'cur' ? this.offset : size);
    if (to < 0) throw new SysError('EINVAL');
    this.offset = to;
    return to;
  }
  truncate(size: number, now: number): void {
    const inode = this.stat();
    if (inode.kind !== 'file') throw new SysError('EINVAL');
    this.#fs.setBody(this.ino, resizeBody(inode.body, size), now);
  }
}

const anonymous = (kind: 'char' | 'fifo', major = 0, minor = 0): Inode =>
  ({ ino: 0, links: [], mode: 0o600, uid: 0, gid: 0, mtime: 0, kind, ...(kind === 'char' ? { major, minor } : {}) }) as Inode;

/** Most bytes a pipe holds (pipe(7)). */
export const PIPE_SIZE = 65_536;

/** A pipe, or what an open fifo becomes. */
export class Pipe {
  readers = 0;
  writers = 0;
  #queue: Uint8Array[] = [];
  #size = 0;

  get buffered(): number {
    return this.#size;
  }
  put(bytes: Uint8Array): number {
    const room = PIPE_SIZE - this.#size;
    const part = bytes.length <= room ? bytes.slice() : bytes.slice(0, room);
    if (part.length > 0) this.#queue.push(part);
    this.#size += part.length;
    return part.length;
  }
  take(max: number): Uint8Array {
    const parts: Uint8Array[] = [];
    let want = max;
    while (want > 0 && this.#queue.length > 0) {
      const head = this.#queue[0]!;
      const part = head.length <= want ? head : head.subarray(0, want);
      if (part === head) this.#queue.shift();
      else this.#queue[0] = head.subarray(want);
      parts.push(part);
      want -= part.length;
    }
    const out = parts.length === 1 ? parts[0]! : new Uint8Array(max - want);
    if (parts.length !== 1) for (let at = 0; parts.length > 0; at += parts.shift()!.length) out.set(parts[0]!, at);
    this.#size -= out.length;
    return out;
  }
}

export class PipeEnd implements OpenFile {
  refs = 0;
  readonly readable: boolean;
  readonly writable: boolean;
  readonly #pipe: Pipe;
  readonly #inode: Inode;

  constructor(pipe: Pipe, side: 'read' | 'write', inode: Inode = anonymous('fifo')) {
    this.#pipe = pipe;
    this.#inode = inode;
    this.readable = side === 'read';
    this.writable = side === 'write';
    if (this.readable) pipe.readers++;
    else pipe.writers++;
  }
  read(max: number): Uint8Array | undefined {
    if (this.#pipe.buffered > 0) return this.#pipe.take(max);
    return this.#pipe.writers === 0 ? NONE : undefined;
  }
  write(bytes: Uint8Array): number | undefined {
    if (this.#pipe.readers === 0) throw new SysError('EPIPE');
    const taken = this.#pipe.put(bytes);
    return taken === 0 && bytes.length > 0 ? undefined : taken;
  }
  get channel(): object {
    return this.#pipe;
  }
  canRead(): boolean {
    return this.#pipe.buffered > 0 || this.#pipe.writers === 0;
  }
  canWrite(): boolean {
    return this.#pipe.buffered < PIPE_SIZE || this.#pipe.readers === 0;
  }
  close(): void {
    if (this.readable) this.#pipe.readers--;
    else this.#pipe.writers--;
  }
  stat(): Inode {
    return this.#inode;
  }
}

/** Output that leaves the machine: bytes go to a callback as they are written. */
export class SinkFile implements OpenFile {
  refs = 0;
  readonly readable = false;
  readonly writable = true;
  readonly #take: (bytes: Uint8Array) => void;
  constructor(take: (bytes: Uint8Array) => void) {
    this.#take = take;
  }
  read(): Uint8Array {
    throw new SysError('EBADF');
  }
  write(bytes: Uint8Array): number {
    this.#take(bytes.slice());
    return bytes.length;
  }
  canRead(): boolean {
    return true;
  }
  canWrite(): boolean {
    return true;
  }
  close(): void {}
  stat(): Inode {
    return anonymous('fifo');
  }
}

/** The memory devices: null, zero, full, random and urandom (mem(4)). Random bytes come from `random`, so that they are repeatable. */
export class MemoryDevice implements OpenFile {
  refs = 0;
  readonly readable = true;
  readonly writable = true;
  readonly #minor: number;
  readonly #inode: Inode;
  readonly #random: (count: number) => Uint8Array;
  constructor(minor: number, inode: Inode, random: (count: number) => Uint8Array) {
    this.#minor = minor;
    this.#inode = inode;
    this.#random = random;
  }
  read(max: number): Uint8Array {
    if (this.#minor === 3) return NONE;
    return this.#minor === 8 || this.#minor === 9 ? this.#random(max) : new Uint8Array(max);
  }
  write(bytes: Uint8Array): number {
    if (this.#minor === 7) throw new SysError('ENOSPC');
    return bytes.length;
  }
  canRead(): boolean {
    return true;
  }
  canWrite(): boolean {
    return true;
  }
  close(): void {}
  stat(): Inode {
    return this.#inode;
  }
  seek(): number {
    return 0;
  }
}

/** An open file of the null device, as `docker run` without `-i` gives for standard input. */
export const nullFile = (): OpenFile => new MemoryDevice(3, anonymous('char', 1, 3), (count) => new Uint8Array(count));
