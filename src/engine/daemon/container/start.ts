import type { Container, MountPoint } from '../../container/index.ts';
import { DockerError } from '../../errors/index.ts';
import { type ExitStatus, type FileSystem, FileSystem as Files, plainFileSystem, statusCode } from '../../kernel/index.ts';
import { RuntimeError, type RuntimeMount, startContainer as startRuntime } from '../../runtime/index.ts';
import { resolvePath, Tree, TreeEdit, textBody } from '../../tree/index.ts';
import type { Daemon, LiveContainer } from '../daemon.ts';
import { volumeFiles } from '../volume/volumes.ts';
import { processEnv } from './config.ts';
import { afterExit } from './exit.ts';
import { changeContainer, changeState } from './find.ts';
import { startHealthChecks } from './health.ts';
import { withMountPoints } from './mounts.ts';
import { Streams } from './streams.ts';

/**
 * Starts a container that does not run. Starting a running one does nothing. Throws DockerError with runc's text when the process
 * cannot be started (exitCode 125–128, as `docker run` exits); the container then stays `created` with that error.
 */
export function startContainer(daemon: Daemon, container: Container): LiveContainer {
  const running = daemon.live.get(container.id);
  if (running !== undefined) {
    if (container.state.status === 'paused') throw new DockerError('Conflict', 'cannot start a paused container, try unpause instead');
    return running;
  }
  const { id, config, hostConfig } = container;
  const now = daemon.now();
  const mounts = runtimeMounts(daemon, container);
  const tree = withMountPoints(
    container.tree,
    mounts.map(({ path, file }) => ({ path, file })),
    now,
  );
  const root = new Files({ type: 'overlay', tree, lower: container.lower });
  const streams = new Streams({
    tty: config.Tty ?? false,
    stdin: config.OpenStdin ?? false,
    logs: container.logs,
    now: () => daemon.now(),
  });
  const onExit = (status: ExitStatus): void => ended(daemon, id, status);
  try {
    const spec = {
      id,
      hostname: config.Hostname ?? '',
      root,
      readonlyRoot: hostConfig.ReadonlyRootfs,
      mounts,
      argv: [container.path, ...container.args],
      env: processEnv(config),
      cwd: config.WorkingDir ?? '',
      user: config.User ?? '',
      groupAdd: hostConfig.GroupAdd ?? [],
      init: hostConfig.Init ?? false,
      capDrop: hostConfig.CapDrop ?? [],
      files: streams.files,
    };
    const started = startRuntime(daemon.kernel, spec, onExit);
    if (streams.tty !== undefined) {
      streams.tty.foreground = started.init.group;
      daemon.kernel.setControllingTty(started.init.session, streams.tty);
    }
    const live: LiveContainer = { ...started, root, streams };
    daemon.live.set(id, live);
    const { health: _, ...state } = container.state;
    changeContainer(daemon, id, {
      tree,
      state: {
        ...state,
        status: 'running',
        pid: started.init.id,
        exitCode: 0,
        error: '',
        oomKilled: false,
        startedAt: now,
        finishedAt: state.finishedAt,
      },
    });
    startHealthChecks(daemon, id);
    return live;
  } catch (error) {
    if (!(error instanceof RuntimeError)) throw error;
    const message =
      error.message.startsWith('unable to find') || error.message.startsWith('uids and gids')
        ? error.message
        : `failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: ${error.message}`;
    changeContainer(daemon, id, { tree: root.tree() });
    changeState(daemon, id, { status: 'created', exitCode: error.code, error: message, finishedAt: undefined });
    throw new DockerError('System', message, error.code);
  }
}

/** Pid 1 has ended: the container's state, log and files are kept. */
function ended(daemon: Daemon, id: string, status: ExitStatus): void {
  const live = daemon.live.get(id);
  if (live === undefined) return;
  daemon.live.delete(id);
  const old = daemon.state.containers.get(id);
  if (old === undefined) return;
  changeContainer(daemon, id, {
    tree: live.root.tree(),
    logs: live.streams.logs,
    state: { ...old.state, status: 'exited', pid: 0, exitCode: statusCode(status), finishedAt: daemon.now() },
  });
  afterExit(daemon, id, live);
}

interface ContainerMount extends RuntimeMount {
  readonly file: boolean;
}

function runtimeMounts(daemon: Daemon, container: Container): ContainerMount[] {
  const { config, hostConfig } = container;
  const own: ContainerMount[] = [
    fileMount('/etc/resolv.conf', '', daemon.now()),
    fileMount('/etc/hostname', `${config.Hostname ?? ''}\n`, daemon.now()),
    fileMount('/etc/hosts', hostsFile(config.Hostname ?? '', hostConfig.ExtraHosts ?? []), daemon.now()),
  ];
  const chosen = container.mounts.map((point) => pointMount(daemon, point, container.lower));
  return [
    ...own.filter(({ path }) => !chosen.some((other) => other.path === path)),
    ...chosen.sort((a, b) => a.path.length - b.path.length),
  ];
}

function pointMount(daemon: Daemon, point: MountPoint, lower: Tree): ContainerMount {
  const base = { path: point.Destination, readonly: !point.RW };
  if (point.Type === 'volume') return { ...base, fs: volumeFiles(daemon, point.Name!), file: false, source: '/dev/vda1' };
  if (point.Type === 'tmpfs') {
    const under = resolvePath(lower, point.Destination)?.inode;
    const edit = new TreeEdit(Tree.empty(daemon.now()));
    edit.patch(1, {
      mode: under?.kind === 'dir' ? under.mode : 0o1777,
      ...(under === undefined ? {} : { uid: under.uid, gid: under.gid }),
    });
    return { ...base, fs: plainFileSystem('tmpfs', edit.tree()), file: false };
  }
  const inode = resolvePath(daemon.hostFiles.tree(), point.Source)?.inode;
  if (inode === undefined) {
    throw new DockerError('InvalidArgument', `invalid mount config for type "bind": bind source path does not exist: ${point.Source}`);
  }
  return { ...base, fs: daemon.hostFiles, root: inode.ino, file: inode.kind !== 'dir', source: '/dev/vda1' };
}

function fileMount(path: string, text: string, now: number): ContainerMount {
  const edit = new TreeEdit(Tree.empty(now));
  const root = edit.create(1, 'file', { kind: 'file', body: textBody(text), mode: 0o644, uid: 0, gid: 0, mtime: now });
  const fs: FileSystem = plainFileSystem('ext4', edit.tree());
  return { path, fs, root, file: true, source: '/dev/vda1' };
}

const hostsFile = (hostname: string, extra: readonly string[]): string =>
  `127.0.0.1\tlocalhost\n::1\tlocalhost ip6-localhost ip6-loopback\nfe00::\tip6-localnet\nff00::\tip6-mcastprefix\nff02::1\tip6-allnodes\nff02::2\tip6-allrouters\n${extra
    .map((item) => `${item.slice(item.indexOf(':') + 1)}\t${item.slice(0, item.indexOf(':'))}\n`)
    .join('')}172.17.0.2\t${hostname}\n`;
