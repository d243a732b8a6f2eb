import { SysError } from './errno.ts';
import { type OpenFile, Pipe, PipeEnd } from './open-file.ts';

/** Most descriptors a process may have open (`ulimit -n`). */
const MAX_DESCRIPTORS = 1024;

/** A process's table of open files. */
export class Descriptors {
  /** Descriptors there may be (RLIMIT_NOFILE). */
  most = MAX_DESCRIPTORS;
  readonly #files = new Map<number, OpenFile>();
  readonly #closeOnExec = new Set<number>();

  /** The description behind a descriptor; EBADF when it is not open. */
  at(fd: number): OpenFile {
    const file = this.#files.get(fd);
    if (file === undefined) throw new SysError('EBADF');
    return file;
  }
  has(fd: number): boolean {
    return this.#files.has(fd);
  }
  /** Open descriptors, lowest first. */
  list(): number[] {
    return [...this.#files.keys()].sort((a, b) => a - b);
  }

  /** Puts a description at the lowest free descriptor not below `from`. */
  install(file: OpenFile, from = 0): number {
    let fd = from;
    while (this.#files.has(fd)) fd++;
    if (fd >= this.most) throw new SysError(from >= this.most ? 'EINVAL' : 'EMFILE');
    this.#put(fd, file);
    return fd;
  }
  /** Puts a description at this descriptor, closing what was there. */
  installAt(fd: number, file: OpenFile): void {
    if (fd < 0 || fd >= MAX_DESCRIPTORS) throw new SysError('EBADF');
    file.refs++;
    if (this.#files.has(fd)) this.close(fd);
    this.#files.set(fd, file);
  }
  dup(fd: number, from = 0): number {
    return this.install(this.at(fd), from);
  }
  dup2(fd: number, to: number): void {
    const file = this.at(fd);
    if (fd === to) return;
    this.installAt(to, file);
    this.#closeOnExec.delete(to);
  }
  close(fd: number): void {
    const file = this.at(fd);
    this.#files.delete(fd);
    this.#closeOnExec.delete(fd);
    if (--file.refs === 0) file.close();
  }
  closeAll(): void {
    for (const fd of this.list()) this.close(fd);
  }
  setCloseOnExec(fd: number, on: boolean): void {
    if (on) this.#closeOnExec.add(fd);
    else this.#closeOnExec.delete(fd);
  }
  closeOnExec(): void {
    for (const fd of [...this.#closeOnExec]) if (this.#files.has(fd)) this.close(fd);
  }
  /** A new pipe: [read end, write end]. */
  pipe(): [number, number] {
    const pipe = new Pipe();
    return [this.install(new PipeEnd(pipe, 'read')), this.install(new PipeEnd(pipe, 'write'))];
  }
  /** The same files in another process, as fork does. */
  copyTo(other: Descriptors): void {
    for (const [fd, file] of this.#files) other.#put(fd, file);
    for (const fd of this.#closeOnExec) other.#closeOnExec.add(fd);
  }

  #put(fd: number, file: OpenFile): void {
    file.refs++;
    this.#files.set(fd, file);
  }
}
