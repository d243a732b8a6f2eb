import { Streams } from '../../daemon/container/index.ts';
import type { Daemon } from '../../daemon/index.ts';
import { openBuildNetwork } from '../../daemon/network/build-network.ts';
import { type ExitStatus, type Process, plainFileSystem, SIGNALS, type Step, statusCode } from '../../kernel/index.ts';
import { RuntimeError, type RuntimeMount, startContainer } from '../../runtime/index.ts';
import { bytesBody, ROOT, resolvePath, Tree, TreeEdit, textBody } from '../../tree/index.ts';
import { ScratchTree } from '../files/scratch-tree.ts';
import { SolveError } from './error.ts';
import { MountPoints } from './mount-points.ts';
import type { ExecMount, Operation } from './vertex.ts';

type Exec = Extract<Operation, { kind: 'exec' }>;

/** What a RUN needs from outside. */
export interface ExecPorts {
  readonly daemon: Daemon;
  /** The build's own process on the host: output is waited for in it. */
  readonly process: Process;
  readonly sourceTree: (mount: ExecMount) => Tree;
  /** A secret's bytes; undefined when none was given under that id. */
  readonly secret: (id: string) => Uint8Array | undefined;
  /** For a step that takes no notice of the cache: the cache mounts that this build began anew; all others are empty. */
  readonly emptied?: Set<string>;
  readonly log: (stream: 'stdout' | 'stderr', bytes: Uint8Array) => Step<void>;
}

const HOSTNAME = 'buildkitsandbox';

/** Runs a command over `lower` and gives the tree it left. Throws SolveError with BuildKit's text. Source: buildkit solver/llbsolver/ops/exec.go. */
export function* runExec(lower: Tree, exec: Exec, ports: ExecPorts): Step<Tree> {
  const { daemon } = ports;
  const scratch = new ScratchTree(lower, daemon.now());
  const points = new MountPoints(scratch);
  const env = [...exec.env, ...exec.quietEnv];
  const network = openBuildNetwork(daemon, exec.network, `${daemon.now()} ${exec.args.join(' ')}`);
  const mounts = runtimeMounts(exec, ports, env, network.resolvConf);
  for (const { path, file } of mounts) points.add(path, file ? 'file' : 'dir');
  const streams = new Streams({ tty: false, stdin: false, logs: [], now: () => daemon.now() });
  let status: ExitStatus | undefined;
  const output = streams.subscribe(ports.process);
  let init: Process | undefined;
  try {
    ({ init } = startContainer(
      daemon.kernel,
      {
        id: daemon.newID(),
        hostname: HOSTNAME,
        root: scratch.fs,
        mounts,
        argv: exec.args,
        env,
        cwd: workingDir(scratch, exec.cwd),
        user: exec.user,
        groupsOnce: true,
        machine: daemon.machine,
        files: streams.files,
        network: network.stack,
      },
      (ended) => {
        status = ended;
      },
    ));
    for (;;) {
      const last = status !== undefined;
      for (const { stream, bytes } of output.take()) yield* ports.log(stream, bytes);
      if (last && !output.waiting) break;
      if (!output.waiting) yield { ready: () => output.waiting || status !== undefined };
    }
  } catch (error) {
    if (error instanceof RuntimeError) yield* notStarted(exec, ports, error);
    throw error;
  } finally {
    if (init !== undefined && status === undefined) daemon.kernel.deliver(init, SIGNALS.KILL, false);
    streams.unsubscribe(ports.process);
    network.close();
  }
  points.remove();
  keepCaches(exec, daemon, mounts);
  const code = status === undefined ? 0 : statusCode(status);
  if (code !== 0) throw new SolveError(`process ${quoted(exec.args)} did not complete successfully: ${exitText(status!)}`);
  return scratch.tree();
}

const exitText = (status: ExitStatus): string => `exit code: ${statusCode(status)}`;
const quoted = (args: readonly string[]): string => JSON.stringify(args.join(' '));

/** What BuildKit says of a process that it killed. */
export const killedText = (args: readonly string[]): string => `process ${quoted(args)} did not complete successfully: exit code: 137`;

/** The runtime's own complaint is part of the step's output. */
function* notStarted(exec: Exec, ports: ExecPorts, error: RuntimeError): Step<never> {
  const failed = `process ${quoted(exec.args)} did not complete successfully`;
  if (error.message.startsWith('unable to find') || error.message.startsWith('uids and gids'))
    throw new SolveError(`${failed}: ${error.message}`);
  const text = `runc run failed: unable to start container process: error during container init: ${error.message}\n`;
  yield* ports.log('stderr', new TextEncoder().encode(text));
  throw new SolveError(`${failed}: exit code: 1`);
}

function workingDir(scratch: ScratchTree, cwd: string): string {
  if (cwd !== '/' && scratch.stat(cwd) === undefined) scratch.mkdirAll(scratch.resolve(cwd), 0o755, { uid: 0, gid: 0 });
  return cwd;
}

interface StepMount extends RuntimeMount {
  readonly file: boolean;
  readonly cache?: { readonly key: string; readonly id: string };
}

function runtimeMounts(exec: Exec, ports: ExecPorts, env: string[], resolvConf: string): StepMount[] {
  const now = ports.daemon.now();
  const hosts = `127.0.0.1\tlocalhost ${HOSTNAME}\n::1\tlocalhost ip6-localhost ip6-loopback\n${exec.extraHosts.map((item) => `${item.slice(item.indexOf(':') + 1)}\t${item.slice(0, item.indexOf(':'))}\n`).join('')}`;
  const mounts: StepMount[] = [
    fileMount('/etc/resolv.conf', textBody(resolvConf), 0o644, now),
    fileMount('/etc/hosts', textBody(hosts), 0o644, now),
  ];
  if (exec.script !== undefined) {
    const edit = new TreeEdit(Tree.empty(now));
    edit.create(ROOT, exec.script.name, { kind: 'file', body: textBody(exec.script.text), mode: 0o755, uid: 0, gid: 0, mtime: now });
    mounts.push({ path: '/dev/pipes', fs: plainFileSystem('overlay', edit.tree()), readonly: true, file: false });
  }
  for (const mount of exec.mounts) mounts.push(...mountOf(mount, ports, env, now));
  return mounts;
}

function mountOf(mount: ExecMount, ports: ExecPorts, env: string[], now: number): StepMount[] {
  switch (mount.type) {
    case 'tmpfs':
      return [
        { path: mount.target, fs: plainFileSystem('tmpfs', withRoot(Tree.empty(now), { mode: 0o1777 })), file: false, source: 'tmpfs' },
      ];
    case 'secret':
      return secretMount(mount, ports, env, now);
    case 'cache':
      return [cacheMount(mount, ports, now)];
    case 'bind': {
      const tree = ports.sourceTree(mount);
      const inode = resolvePath(tree, mount.source)?.inode;
      if (inode === undefined)
        throw new SolveError(`failed to compute cache key: failed to calculate checksum of ref: "${mount.source}": not found`);
      return [
        { path: mount.target, fs: plainFileSystem('overlay', tree), root: inode.ino, readonly: mount.readOnly, file: inode.kind !== 'dir' },
      ];
    }
  }
}

function secretMount(mount: ExecMount, ports: ExecPorts, env: string[], now: number): StepMount[] {
  const bytes = ports.secret(mount.id);
  if (bytes === undefined) {
    if (mount.required) throw new SolveError(`secret ${mount.id}: not found`);
    return [];
  }
  if (mount.env !== undefined) env.push(`${mount.env}=${new TextDecoder().decode(bytes)}`);
  if (mount.target === '') return [];
  const mode = mount.mode ?? 0o400;
  return [fileMount(mount.target, bytesBody(bytes), mode, now, mount.uid ?? 0, mount.gid ?? 0)];
}

/** Mounts of one id that ask for other owners or modes start from another directory and are kept apart. Source: dockerfile2llb setCacheUIDGID. */
const cacheMountKey = ({ id, uid, gid, mode }: ExecMount): string =>
  uid === undefined && gid === undefined && mode === undefined ? id : `${id}\0${uid ?? 0}:${gid ?? 0}:${mode ?? 0o755}`;

function cacheMount(mount: ExecMount, ports: ExecPorts, now: number): StepMount {
  const key = cacheMountKey(mount);
  const anew = ports.emptied !== undefined && !ports.emptied.has(key);
  ports.emptied?.add(key);
  const known = anew ? undefined : ports.daemon.state.cache.mounts.get(key);
  let tree = known?.tree;
  if (tree === undefined) {
    const from = mount.from === undefined ? undefined : ports.sourceTree(mount);
    tree = from ?? withRoot(Tree.empty(now), { mode: mount.mode ?? 0o755, uid: mount.uid ?? 0, gid: mount.gid ?? 0 });
  }
  const inode = resolvePath(tree, mount.source)?.inode;
  if (inode === undefined) throw new SolveError(`failed to create cache mount ${mount.target}: "${mount.source}" not found`);
  return {
    path: mount.target,
    fs: plainFileSystem('overlay', tree),
    root: inode.ino,
    readonly: mount.readOnly,
    file: false,
    cache: { key, id: mount.id },
  };
}

/** What RUN left in its cache mounts is there for the next one, whatever became of the step. */
function keepCaches(exec: Exec, daemon: Daemon, mounts: readonly StepMount[]): void {
  const kept = new Map(daemon.state.cache.mounts);
  for (const { cache, fs, path } of mounts) {
    if (cache === undefined) continue;
    const old = kept.get(cache.key);
    kept.set(cache.key, {
      id: cache.id,
      about: old?.about ?? `cached mount ${path} from exec ${exec.args.join(' ')}`,
      tree: fs.tree(),
      created: old?.created ?? daemon.now(),
      lastUsed: daemon.now(),
      uses: (old?.uses ?? 0) + 1,
    });
  }
  daemon.update({ cache: { ...daemon.state.cache, mounts: kept } });
}

function withRoot(tree: Tree, attrs: { mode: number; uid?: number; gid?: number }): Tree {
  const edit = new TreeEdit(tree);
  edit.patch(ROOT, attrs);
  return edit.tree();
}

function fileMount(path: string, body: ReturnType<typeof textBody>, mode: number, now: number, uid = 0, gid = 0): StepMount {
  const edit = new TreeEdit(Tree.empty(now));
  const root = edit.create(ROOT, 'file', { kind: 'file', body, mode, uid, gid, mtime: now });
  return { path, fs: plainFileSystem('tmpfs', edit.tree()), root, readonly: path.startsWith('/etc/'), file: true };
}
