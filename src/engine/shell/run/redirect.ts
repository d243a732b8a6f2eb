import { type OpenFlags, type Step, SysError, toBytes } from '../../kernel/index.ts';
import { ShellComplaint } from '../errors.ts';
import { expandText } from '../expand/expand.ts';
import type { Shell } from '../shell.ts';
import type { Redirection, Word } from '../syntax/ast.ts';

/** Where the shell keeps descriptors that are to come back. */
const FIRST_SAVED = 10;
/** Most bytes that a pipe takes at once. */
const PIPE_SIZE = 65_536;

/** A redirection with its target known. */
type Ready =
  | { readonly kind: 'open'; readonly fd: number; readonly path: string; readonly flags: OpenFlags; readonly both?: boolean }
  | { readonly kind: 'duplicate'; readonly fd: number; readonly from: number }
  | { readonly kind: 'close'; readonly fd: number }
  | { readonly kind: 'here'; readonly fd: number; readonly body: Word };

/** Descriptors as they were: fd → where its copy is, -1 when it was closed. */
export class SavedDescriptors {
  readonly #shell: Shell;
  readonly #saved = new Map<number, number>();
  constructor(shell: Shell) {
    this.#shell = shell;
  }
  save(fd: number): void {
    if (this.#saved.has(fd)) return;
    const { io } = this.#shell.p;
    if (!io.has(fd)) {
      this.#saved.set(fd, -1);
      return;
    }
    const copy = io.dup(fd, FIRST_SAVED);
    io.setCloseOnExec(copy, true);
    this.#saved.set(fd, copy);
  }
  /** The descriptor was closed until now. */
  opened(fd: number): void {
    if (!this.#saved.has(fd)) this.#saved.set(fd, -1);
  }
  restore(): void {
    const { io } = this.#shell.p;
    for (const [fd, copy] of this.#saved) {
      if (copy < 0) {
        if (io.has(fd)) io.close(fd);
      } else {
        io.dup2(copy, fd);
        io.close(copy);
      }
    }
    this.#saved.clear();
  }
  /** Keeps the new descriptors for good, as `exec` does. */
  drop(): void {
    for (const copy of this.#saved.values()) if (copy >= 0) this.#shell.p.io.close(copy);
    this.#saved.clear();
  }
}

/** Runs `body` with redirections in force, then undoes them. Undefined, with the message printed, when one failed. */
export function* withRedirections<T>(shell: Shell, redirections: readonly Redirection[], body: () => Step<T>): Step<T | undefined> {
  if (redirections.length === 0) return yield* body();
  const saved = new SavedDescriptors(shell);
  try {
    if (!(yield* applyRedirections(shell, redirections, saved))) return undefined;
    return yield* body();
  } finally {
    if (shell.p.status === undefined) saved.restore();
  }
}

/** Puts redirections in force. False, with the message printed, when one failed; expansion errors are thrown. */
export function* applyRedirections(shell: Shell, redirections: readonly Redirection[], saved: SavedDescriptors): Step<boolean> {
  const ready: Ready[] = [];
  for (const redirection of redirections) ready.push(yield* prepare(shell, redirection));
  for (const redirection of ready) {
    try {
      yield* apply(shell, redirection, saved);
    } catch (error) {
      if (error instanceof ShellComplaint) yield* shell.error(error.message);
      else if (error instanceof SysError)
        yield* shell.error(`${redirection.kind === 'duplicate' ? redirection.from : redirection.fd}: ${error.message}`);
      else throw error;
      return false;
    }
  }
  return true;
}

function* prepare(shell: Shell, redirection: Redirection): Step<Ready> {
  const { fd } = redirection;
  if (redirection.kind === 'here') return { kind: 'here', fd, body: redirection.body };
  const path = yield* targetOf(shell, redirection.target);
  switch (redirection.kind) {
    case 'read':
      return { kind: 'open', fd, path, flags: { read: true } };
    case 'read-write':
      return { kind: 'open', fd, path, flags: { read: true, write: true, create: true } };
    case 'append':
      return { kind: 'open', fd, path, flags: { write: true, create: true, append: true } };
    case 'clobber':
      return { kind: 'open', fd, path, flags: { write: true, create: true, truncate: true } };
    case 'write':
    case 'both':
      return writeTo(shell, fd, path, redirection.kind === 'both');
    case 'duplicate':
      if (path === '-') return { kind: 'close', fd };
      if (/^\d{1,9}$/.test(path)) return { kind: 'duplicate', fd, from: Number(path) };
      if (/^\d+$/.test(path)) throw new ShellComplaint('bad fd number');
      if (fd !== 1) throw new ShellComplaint('redir error');
      return writeTo(shell, fd, path, true);
  }
}

function writeTo(shell: Shell, fd: number, path: string, both: boolean): Ready {
  const guarded = shell.options.has('noclobber') && isRegular(shell, path);
  return { kind: 'open', fd, path, both, flags: { write: true, create: true, ...(guarded ? { exclusive: true } : { truncate: true }) } };
}

function isRegular(shell: Shell, path: string): boolean {
  try {
    return shell.p.fs.stat(path).kind === 'file';
  } catch (error) {
    if (error instanceof SysError) return false;
    throw error;
  }
}

const targetOf = (shell: Shell, word: Word): Step<string> => expandText(shell, word, 'start');

function* apply(shell: Shell, redirection: Ready, saved: SavedDescriptors): Step<void> {
  const { p } = shell;
  const { io } = p;
  const { fd } = redirection;
  switch (redirection.kind) {
    case 'open': {
      const opened = open(shell, redirection.path, redirection.flags);
      if (opened === fd) saved.opened(fd);
      else {
        saved.save(fd);
        io.dup2(opened, fd);
        io.close(opened);
      }
      if (redirection.both) {
        saved.save(2);
        io.dup2(fd, 2);
      }
      return;
    }
    case 'duplicate':
      io.at(redirection.from);
      saved.save(fd);
      io.dup2(redirection.from, fd);
      return;
    case 'close':
      saved.save(fd);
      if (io.has(fd)) io.close(fd);
      return;
    case 'here': {
      const bytes = toBytes(yield* expandText(shell, redirection.body, 'none'));
      const [read, write] = io.pipe();
      if (bytes.length <= PIPE_SIZE) io.at(write).write(bytes, p.now());
      else {
        p.fork(function* (child) {
          child.io.close(read);
          for (const other of child.io.list()) if (other !== write) child.io.close(other);
          yield* child.write(write, bytes);
          return 0;
        });
      }
      io.close(write);
      if (read === fd) return saved.opened(fd);
      saved.save(fd);
      io.dup2(read, fd);
      io.close(read);
    }
  }
}

function open(shell: Shell, path: string, flags: OpenFlags): number {
  try {
    return shell.p.fs.open(path, flags);
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    const missing = error.errno === 'ENOENT' || error.errno === 'ENOTDIR';
    if (flags.create) throw new ShellComplaint(`can't create ${path}: ${missing ? 'nonexistent directory' : error.message}`, 1);
    throw new ShellComplaint(`can't open ${path}: ${missing ? 'no such file' : error.message}`, 1);
  }
}
