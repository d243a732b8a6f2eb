import { quote } from '../go/index.ts';
import {
  deviceTree,
  type ExitStatus,
  encodeText,
  type Kernel,
  mountProc,
  Namespace,
  type Process,
  type ProcFacts,
  type Program,
  plainFileSystem,
  type Run,
  SysError,
  TURN,
} from '../kernel/index.ts';
import { ROOT, resolvePath } from '../tree/index.ts';
import { DEFAULT_CAPABILITIES } from './capabilities.ts';
import type { RuntimeSpec } from './spec.ts';
import { type ResolvedUser, resolveUser, UnknownUser } from './users.ts';

/**
 * The runtime could not start the process. `message` is runc's own text, without the engine's prefixes; `code` is what
 * `docker run` exits with: 127 not found, 126 not executable, 125 and 128 for the rest.
 */
export class RuntimeError extends Error {
  readonly code: 125 | 126 | 127 | 128;
  constructor(message: string, code: 125 | 126 | 127 | 128) {
    super(message);
    this.code = code;
  }
}

/** What machine containers see. */
export const MACHINE: Omit<ProcFacts, 'bootTime'> = { memoryKB: 8_000_000, cpus: 2, kernelVersion: '6.1.0-strata' };

/** The pid of pid 1's first child: the runtime's own threads have used up those between. */
export const FIRST_CHILD = 7;

/** A started container: its namespace, which `exec` joins, and its pid 1. */
export interface RunningContainer {
  readonly ns: Namespace;
  readonly init: Process;
}

/**
 * Starts a container's first process. `onExit` is called when pid 1 ends. Throws RuntimeError when it cannot be started;
 * the root file system may have got mount points and a working directory by then, as with runc.
 */
export function startContainer(kernel: Kernel, spec: RuntimeSpec, onExit: (status: ExitStatus) => void): RunningContainer {
  const ns = new Namespace({
    id: spec.id,
    hostname: spec.hostname,
    root: spec.root,
    readonly: spec.readonlyRoot ?? false,
    source: 'overlay',
    ...(spec.network === undefined ? {} : { network: spec.network }),
  });
  if (spec.machine !== undefined) ns.machine = spec.machine;
  if (spec.limits !== undefined) ns.limits = spec.limits;
  ns.onOutOfMemory = spec.onOutOfMemory;
  mountProc(kernel, ns, { ...MACHINE, bootTime: kernel.now - 86_400 }, { container: true });
  ns.mount({
    path: '/dev',
    fs: plainFileSystem('tmpfs', deviceTree(kernel.now, { console: spec.files[0].tty === true })),
    source: 'tmpfs',
  });
  ns.mount({ path: '/sys', fs: plainFileSystem('sysfs'), readonly: true, source: 'sysfs' });
  for (const { path, fs, root, readonly, source, options } of spec.mounts) {
    const real = resolvePath(spec.root.tree(), path)?.path ?? path;
    ns.mount({
      path: real,
      fs,
      root: root ?? ROOT,
      readonly: readonly ?? false,
      source: source ?? fs.type,
      ...(options === undefined ? {} : { options }),
    });
  }
  const init = startProcess(kernel, ns, spec, onExit);
  ns.nextPid = FIRST_CHILD;
  return { ns, init };
}

/** What one more process in a container needs: `docker exec`. */
export type ProcessSpec = Pick<
  RuntimeSpec,
  'argv' | 'env' | 'cwd' | 'user' | 'groupAdd' | 'groupsOnce' | 'capabilities' | 'noNewPrivileges' | 'init' | 'files'
>;

/** Starts a process in a namespace: its pid 1 when the namespace is new. Throws RuntimeError. */
export function startProcess(kernel: Kernel, ns: Namespace, spec: ProcessSpec, onExit: (status: ExitStatus) => void): Process {
  const user = userOf(ns, spec);
  const env = environment(spec.env, user.home);
  const argv = spec.argv.map(encodeText);
  const { uid, gid, groups } = user;
  const process = kernel.start({ ns, argv, env, credentials: { uid: 0, gid: 0, groups: [] }, files: spec.files });
  try {
    enter(process, spec.cwd);
    process.setCredentials({
      uid,
      gid,
      capabilities: spec.capabilities ?? DEFAULT_CAPABILITIES,
      ...(spec.noNewPrivileges === true ? { noNewPrivileges: true } : {}),
      groups: spec.groupsOnce === true && groups.includes(gid) ? groups : [gid, ...groups],
    });
    process.run = spec.init
      ? initProgram(process, find(process, argv, env), argv, env)
      : load(process, find(process, argv, env), argv, env);
  } catch (error) {
    process.io.closeAll();
    kernel.reap(process);
    throw error;
  }
  process.onExit = onExit;
  return process;
}

function userOf(ns: Namespace, spec: ProcessSpec): ResolvedUser {
  try {
    return resolveUser(ns.root.fs.tree(), spec.user, spec.groupAdd);
  } catch (error) {
    if (error instanceof UnknownUser) throw new RuntimeError(error.message, 126);
    throw error;
  }
}

function environment(list: readonly string[], home: string): Map<string, string> {
  const env = new Map<string, string>();
  for (const item of list) {
    const equals = item.indexOf('=');
    if (equals > 0) env.set(encodeText(item.slice(0, equals)), encodeText(item.slice(equals + 1)));
  }
  if (!env.has('HOME') || env.get('HOME') === '') env.set('HOME', encodeText(home));
  return env;
}

function enter(process: Process, cwd: string): void {
  const path = cwd === '' ? '/' : cwd;
  try {
    process.chdir(encodeText(path));
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    const hint =
      error.errno === 'ENOTDIR'
        ? ': Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type'
        : '';
    const code = error.errno === 'EACCES' ? 126 : 127;
    throw new RuntimeError(`chdir to cwd ("${path}") set in config.json failed: ${error.message.toLowerCase()}${hint}`, code);
  }
}

/** exec.LookPath, with runc's texts. */
function find(process: Process, argv: readonly string[], env: ReadonlyMap<string, string>): string {
  const name = argv[0] ?? '';
  if (name.includes('/')) {
    const problem = executableProblem(process, name);
    if (problem === undefined) return name;
    const text =
      problem === 'ENOENT' || problem === 'ENOTDIR' ? `stat ${name}: ${new SysError(problem).message.toLowerCase()}` : reason(problem);
    throw new RuntimeError(`exec: ${quote(name)}: ${text}`, problem === 'ENOENT' || problem === 'ENOTDIR' ? 127 : 126);
  }
  for (const dir of (env.get('PATH') ?? '').split(':')) {
    const path = `${dir === '' ? '.' : dir}/${name}`;
    if (name !== '' && executableProblem(process, path) === undefined) return path;
  }
  throw new RuntimeError(`exec: ${quote(name)}: executable file not found in $PATH`, 127);
}

function executableProblem(process: Process, path: string): SysError['errno'] | undefined {
  try {
    const { inode } = process.fs.existing(path, true);
    if (inode.kind === 'dir') return 'EISDIR';
    process.fs.access(path, 1);
    return undefined;
  } catch (error) {
    if (error instanceof SysError) return error.errno;
    throw error;
  }
}

const reason = (errno: SysError['errno']): string =>
  errno === 'EISDIR' ? 'is a directory: permission denied' : new SysError(errno).message.toLowerCase();

/** execve; a file the kernel cannot run ends the container with 255 and runc's line on standard error. */
function load(process: Process, path: string, argv: readonly string[], env: ReadonlyMap<string, string>): Run {
  try {
    return process.load(path, argv, env);
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    return execFailed(process, path, error);
  }
}

function* execFailed(process: Process, path: string, error: SysError): Run {
  yield* process.write(2, `exec ${path}: ${error.message.toLowerCase()}\n`);
  return 255;
}

/** docker-init (tini): runs the command as a child, passes signals on, reaps, and ends with the child's status. */
function initProgram(process: Process, path: string, argv: readonly string[], env: ReadonlyMap<string, string>): Run {
  const program: Program = function* (init) {
    init.command = 'docker-init';
    init.argv = ['/sbin/docker-init', '--', ...argv];
    const child = init.fork(function* (self): Run {
      return yield* self.execve(path, argv, env);
    });
    for (let signal = 1; signal < 32; signal++) if (signal !== 17 && signal !== 9 && signal !== 19) init.setDisposition(signal, 'catch');
    for (;;) {
      for (let signal = init.caught.shift(); signal !== undefined; signal = init.caught.shift())
        init.kernel.deliver(child, signal, false, init);
      try {
        const ended = yield* init.waitpid(-1);
        if (ended?.pid === child.pid) return ended.status.kind === 'exited' ? ended.status.code : 128 + ended.status.signal;
      } catch (error) {
        if (!(error instanceof SysError) || error.errno !== 'EINTR') throw error;
        yield TURN;
      }
    }
  };
  return program(process);
}
