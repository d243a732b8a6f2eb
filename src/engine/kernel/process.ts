import { joinBytes } from '../tree/index.ts';
import { type ByteString, decodeText, encodeText, toBytes } from './bytes.ts';
import { Descriptors } from './descriptors.ts';
import { SysError } from './errno.ts';
import { FileCalls } from './file-calls.ts';
import type { Kernel } from './kernel.ts';
import { type Credentials, capable, EXECUTE, permits } from './lookup.ts';
import type { Namespace } from './namespace.ts';
import { NetCalls } from './net/net-calls.ts';
import { canRun, notSimulated, type Program, recognise } from './program.ts';
import type { Signal } from './signals.ts';
import { type ExitStatus, type Run, type Step, TURN, type Wait } from './wait.ts';

export type Disposition = 'default' | 'ignore' | 'catch';

/** How many `tick`s a program may make before it gives others a turn. */
const TICKS_A_TURN = 64;
const MAX_SCRIPT_DEPTH = 5;

/**
 * A process: what a program sees of the kernel. Calls that may wait are generators (`yield* process.read(…)`), all others
 * are plain. Every string is a byte string. A loop in a program must `tick`: `if (process.tick()) yield TURN`.
 */
export class Process {
  readonly kernel: Kernel;
  readonly ns: Namespace;
  /** Number in the kernel; `pid` is the number inside the namespace. */
  readonly id: number;
  readonly pid: number;
  parent: Process | undefined;
  /** Process group and session, as kernel numbers. */
  group: number;
  session: number;
  credentials: Credentials;
  umask: number;
  /** Absolute, free of links: ordinary text, seen from the namespace's root. */
  cwd: string;
  /** The directory that this process sees as `/`, in the same form (chroot(2)). */
  root = '/';
  argv: ByteString[];
  env: Map<ByteString, ByteString>;
  /** Name of the program as `ps` shows it, and the executable's path. */
  command: string;
  executable: string;
  /** Whose code it runs: `amd64`, or another architecture's under emulation. */
  architecture = 'amd64';
  readonly io = new Descriptors();
  readonly fs: FileCalls;
  readonly net: NetCalls;
  readonly started: number;
  readonly children = new Set<Process>();
  readonly dispositions = new Map<Signal, Disposition>();
  /** Caught signals that the program has not taken yet. */
  readonly caught: Signal[] = [];
  /** Who sent each signal last, by its pid; nobody when it came from outside the namespace. */
  readonly senders = new Map<Signal, number>();
  /** Bytes of memory that the program says it holds beside its code; execve gives them back. */
  held = 0;
  /** Turns it has had: what processor time it took is reckoned from them. */
  turns = 0;
  status: ExitStatus | undefined;
  stopped = false;
  /** Held by a freezer cgroup: takes no turns, gets no signals acted on until thawed. */
  frozen = false;
  /** Called once when the process has ended, before anyone waits for it. */
  onExit: ((status: ExitStatus) => void) | undefined;
  run: Run | undefined;
  wait: Wait = TURN;
  #ticks = 0;

  constructor(kernel: Kernel, options: ProcessOptions) {
    this.kernel = kernel;
    this.ns = options.ns;
    this.id = kernel.nextProcessId();
    this.pid = options.ns.nextPid++;
    this.parent = options.parent;
    this.group = options.parent?.group ?? this.id;
    this.session = options.parent?.session ?? this.id;
    this.credentials = options.credentials;
    this.umask = options.umask ?? 0o022;
    this.cwd = options.cwd ?? '/';
    this.argv = [...options.argv];
    this.env = new Map(options.env);
    this.command = options.command ?? '';
    this.executable = options.executable ?? '';
    this.fs = new FileCalls(this);
    const files = options.ns.limits.resources?.get('nofile')?.soft ?? -1;
    if (files >= 0) this.io.most = Math.min(this.io.most, files);
    this.net = new NetCalls(this);
    this.started = kernel.now;
  }

  get ppid(): number {
    return this.parent !== undefined && this.parent.ns === this.ns ? this.parent.pid : 0;
  }
  now(): number {
    return this.kernel.now;
  }

  /** Counts a unit of work; true when the program must `yield TURN`. */
  tick(): boolean {
    return ++this.#ticks % TICKS_A_TURN === 0;
  }

  // ── input and output

  /** At most `max` bytes from a descriptor; empty at the end. Throws SysError, EINTR when a caught signal came first. */
  *read(fd: number, max = 65_536): Step<Uint8Array> {
    for (;;) {
      const file = this.io.at(fd);
      if (!file.readable) throw new SysError('EBADF');
      const bytes = file.read(max);
      if (bytes !== undefined) return bytes;
      if ((yield { ready: () => file.canRead() }) === 'signal') throw new SysError('EINTR');
    }
  }

  /** Everything until the end of the file; more than `limit` bytes gives EFBIG. */
  *readAll(fd: number, limit = 64 * 1024 * 1024): Step<Uint8Array> {
    const parts: Uint8Array[] = [];
    let size = 0;
    for (;;) {
      const part = yield* this.read(fd);
      if (part.length === 0) break;
      parts.push(part);
      size += part.length;
      this.held = Math.max(this.held, size);
      if (size > limit) throw new SysError('EFBIG');
      if (this.tick()) yield TURN;
    }
    return joinBytes(parts);
  }

  /** Writes all bytes. A pipe without readers raises SIGPIPE, then EPIPE when that is ignored or caught. */
  *write(fd: number, data: Uint8Array | ByteString): Step<void> {
    const bytes = typeof data === 'string' ? toBytes(data) : data;
    for (let at = 0; at < bytes.length; ) {
      const file = this.io.at(fd);
      if (!file.writable) throw new SysError('EBADF');
      let taken: number | undefined;
      try {
        taken = file.write(at === 0 ? bytes : bytes.subarray(at), this.now());
      } catch (error) {
        if (error instanceof SysError && error.errno === 'EPIPE') yield* this.raise(13);
        throw error;
      }
      if (taken !== undefined) at += taken;
      else if ((yield { ready: () => file.canWrite() }) === 'signal' && at === 0) throw new SysError('EINTR');
    }
  }

  isatty(fd: number): boolean {
    return this.io.has(fd) && this.io.at(fd).tty === true;
  }

  // ── directory and identity

  chdir(path: ByteString): void {
    const place = this.fs.existing(path, true);
    if (place.inode.kind !== 'dir') throw new SysError('ENOTDIR');
    if (!permits(place.inode, this.credentials, EXECUTE)) throw new SysError('EACCES');
    this.cwd = place.path;
  }
  /** The working directory; ENOENT when it has been removed. */
  getcwd(): ByteString {
    const path = encodeText(this.fs.shown(this.cwd));
    if (!this.fs.exists(path)) throw new SysError('ENOENT');
    return path;
  }
  /** chroot(2): makes a directory the root and the working directory of this process and its children. Throws EPERM without the capability SYS_CHROOT. */
  chroot(path: ByteString): void {
    const place = this.fs.existing(path, true);
    if (place.inode.kind !== 'dir') throw new SysError('ENOTDIR');
    if (!capable(this.credentials, 'SYS_CHROOT')) throw new SysError('EPERM');
    this.root = place.path;
    this.cwd = place.path;
  }
  /** setresuid and friends for a program that may: root, or back to what it is. Supplementary groups are kept sorted (groups_sort). */
  setCredentials(credentials: Credentials): void {
    if (this.credentials.uid !== 0 && credentials.uid !== this.credentials.uid) throw new SysError('EPERM');
    const { capabilities, noNewPrivileges } = this.credentials;
    const kept = { ...(capabilities === undefined ? {} : { capabilities }), ...(noNewPrivileges === undefined ? {} : { noNewPrivileges }) };
    if (credentials.uid !== this.credentials.uid && !capable(this.credentials, 'SETUID')) throw new SysError('EPERM');
    this.credentials = { ...kept, ...credentials, groups: [...credentials.groups].sort((a, b) => a - b) };
  }

  // ── processes

  /** A child that runs `program` with copies of everything this process has. */
  fork(program: Program): Process {
    const child = this.kernel.fork(this);
    child.architecture = this.architecture;
    child.run = program(child);
    return child;
  }

  /**
   * Becomes the executable at `path` with these arguments (argv[0] included) and environment. Throws SysError when that
   * cannot be: ENOENT, EACCES, ENOEXEC, ELOOP; never returns otherwise.
   */
  *execve(path: ByteString, argv: readonly ByteString[], env: ReadonlyMap<ByteString, ByteString>): Step<never> {
    const replace = this.load(path, argv, env);
    yield { replace };
    throw new SysError('EIO');
  }

  /** The first half of execve: makes this process the new program and returns its run. */
  load(path: ByteString, argv: readonly ByteString[], env: ReadonlyMap<ByteString, ByteString>): Run {
    let file = path;
    let args = [...argv];
    for (let depth = 0; depth <= MAX_SCRIPT_DEPTH; depth++) {
      const { inode, path: real, mount } = this.fs.existing(file, true);
      const noexec = mount.options?.split(',').includes('noexec') ?? false;
      if (inode.kind !== 'file' || noexec || !permits(inode, this.credentials, EXECUTE)) throw new SysError('EACCES');
      const executable = recognise(inode.body);
      if (executable === undefined) throw new SysError('ENOEXEC');
      if (executable.kind === 'script') {
        args = [executable.interpreter, ...(executable.argument === undefined ? [] : [executable.argument]), file, ...args.slice(1)];
        file = executable.interpreter;
        continue;
      }
      if (!canRun(executable.architecture, this.ns.machine.emulated)) throw new SysError('ENOEXEC');
      if (executable.loader !== undefined && !this.fs.exists(executable.loader)) throw new SysError('ENOENT');
      const program = this.kernel.programs.get(executable.name) ?? notSimulated;
      this.architecture = executable.architecture;
      this.argv = args;
      this.env = new Map(env);
      this.held = 0;
      this.executable = real;
      this.command = decodeText((depth === 0 ? path : path).split('/').at(-1)!).slice(0, 15);
      if ((inode.mode & 0o6000) !== 0 && !mount.readonly) {
        const { uid, gid, groups } = this.credentials;
        this.credentials = {
          uid: (inode.mode & 0o4000) !== 0 ? inode.uid : uid,
          gid: (inode.mode & 0o2000) !== 0 ? inode.gid : gid,
          groups,
        };
      }
      this.io.closeOnExec();
      for (const [signal, disposition] of this.dispositions) if (disposition === 'catch') this.dispositions.delete(signal);
      return program(this);
    }
    throw new SysError('ELOOP');
  }

  /** Ends this process at once. */
  *exit(code: number): Step<never> {
    yield { exit: code & 0xff };
    throw new SysError('EIO');
  }

  /**
   * Waits for a child (any when `pid` is -1). Undefined with `nohang` when none has ended. Throws ECHILD when there is no
   * such child, EINTR when a caught signal came first.
   */
  *waitpid(pid: number, options: { nohang?: boolean } = {}): Step<{ pid: number; status: ExitStatus } | undefined> {
    for (;;) {
      const mine = [...this.children].filter((child) => pid === -1 || child.pid === pid);
      if (mine.length === 0) throw new SysError('ECHILD');
      const ended = mine.find((child) => child.status !== undefined);
      if (ended?.status !== undefined) {
        this.children.delete(ended);
        this.kernel.reap(ended);
        return { pid: ended.pid, status: ended.status };
      }
      if (options.nohang) return undefined;
      // Asked anew each time: orphans become children of process 1 while it waits.
      const woken = yield {
        ready: () => [...this.children].some((child) => (pid === -1 || child.pid === pid) && child.status !== undefined),
      };
      if (woken === 'signal') throw new SysError('EINTR');
    }
  }

  /** Sleeps in virtual time. Returns the seconds left when a caught signal ended it, else 0. */
  *sleep(seconds: number): Step<number> {
    const deadline = this.now() + seconds;
    const woken = yield { ready: () => false, deadline };
    return woken === 'signal' ? Math.max(0, deadline - this.now()) : 0;
  }

  // ── signals

  /** Sends a signal to a process of this namespace: `pid` > 0, 0 for the own group, -1 for all others, < -1 for a group. Signal 0 only checks. */
  *kill(pid: number, signal: Signal): Step<void> {
    this.kernel.kill(this, pid, signal);
    yield TURN;
  }
  /** Sends a signal to this process itself. */
  *raise(signal: Signal): Step<void> {
    this.kernel.deliver(this, signal, true, this);
    yield TURN;
  }
  setDisposition(signal: Signal, disposition: Disposition): void {
    if (disposition === 'default') this.dispositions.delete(signal);
    else this.dispositions.set(signal, disposition);
  }
}

export interface ProcessOptions {
  readonly ns: Namespace;
  readonly parent: Process | undefined;
  readonly credentials: Credentials;
  readonly umask?: number;
  readonly cwd?: string;
  readonly argv: readonly ByteString[];
  readonly env: ReadonlyMap<ByteString, ByteString>;
  readonly command?: string;
  readonly executable?: string;
}
