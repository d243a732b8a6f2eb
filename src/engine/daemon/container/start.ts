import type { Container } from '../../container/index.ts';
import { DockerError } from '../../errors/index.ts';
import { type ExitStatus, FileSystem } from '../../kernel/index.ts';
import { RuntimeError, startContainer as startRuntime } from '../../runtime/index.ts';
import type { Daemon, LiveContainer } from '../daemon.ts';
import { containerEvent } from '../events/index.ts';
import { closeSandbox, openSandbox, rememberNetworks } from '../network/join.ts';
import { linkEnvironment } from '../network/links.ts';
import type { Sandbox } from '../network/sandbox.ts';
import { processEnv } from './config.ts';
import { containerEnded, restartManager } from './exit.ts';
import { changeContainer, changeState } from './find.ts';
import { startHealthChecks } from './health.ts';
import { journalEnd, journalStart } from './journal.ts';
import { limitsOf } from './limits.ts';
import { withMountPoints } from './mount-points.ts';
import { cleanPath } from './mount-spec.ts';
import { connectedNetworks, leaveOutside, mountedVolumes } from './outside.ts';
import { privilegesOf } from './privileges.ts';
import { runtimeMounts } from './runtime-mounts.ts';
import { Streams } from './streams.ts';
import { trace, watch } from './trace.ts';

/**
 * Starts a container that does not run. Starting a running one does nothing. `again` is a start by the restart policy, which goes on counting. Throws DockerError with runc's text when the process
 * cannot be started (exitCode 125–128, as `docker run` exits); the container then stays `created` with that error. `buildStep`: nobody ran it.
 */
export function startContainer(
  daemon: Daemon,
  container: Container,
  options: { readonly again?: boolean; readonly buildStep?: boolean } = {},
): LiveContainer {
  const running = daemon.live.get(container.id);
  if (running !== undefined) {
    if (container.state.status === 'paused') throw new DockerError('Conflict', 'cannot start a paused container, try unpause instead');
    return running;
  }
  const { id, config, hostConfig } = container;
  const now = daemon.now();
  let root = new FileSystem({ type: 'overlay', tree: container.tree, lower: container.lower });
  const streams = new Streams({
    tty: config.Tty ?? false,
    stdin: config.OpenStdin ?? false,
    logs: container.logs,
    now: () => daemon.now(),
  });
  const onExit = (status: ExitStatus): void => containerEnded(daemon, id, status);
  if (options.again !== true) restartManager(daemon, id, true);
  if (options.buildStep !== true) journalStart(daemon, container, options.again === true);
  let entered = false;
  let sandbox: Sandbox | undefined;
  try {
    sandbox = openSandbox(daemon, container);
    const mounts = runtimeMounts(daemon, container, sandbox);
    mountedVolumes(daemon, container);
    entered = true;
    root = new FileSystem({ type: 'overlay', tree: withMountPoints(container.tree, mounts, now), lower: container.lower });
    const spec = {
      id,
      hostname: config.Hostname ?? '',
      root,
      readonlyRoot: hostConfig.ReadonlyRootfs,
      mounts,
      argv: [container.path, ...container.args],
      env: [...linkEnvironment(daemon, container), ...processEnv(config)],
      network: sandbox.stack,
      machine: daemon.machine,
      cwd: config.WorkingDir ? cleanPath(config.WorkingDir) : '',
      user: config.User ?? '',
      groupAdd: hostConfig.GroupAdd ?? [],
      init: hostConfig.Init ?? false,
      ...privilegesOf(hostConfig),
      limits: limitsOf(hostConfig),
      onOutOfMemory: () => {
        changeState(daemon, id, { oomKilled: true });
        trace(daemon, id, { kind: 'oom' });
        containerEvent(daemon, container, 'oom');
      },
      files: streams.files,
    };
    const started = startRuntime(daemon.kernel, spec, onExit);
    if (streams.tty !== undefined) {
      streams.tty.foreground = started.init.group;
      daemon.kernel.setControllingTty(started.init.session, streams.tty);
    }
    const live: LiveContainer = { ...started, root, streams, sandbox };
    daemon.live.set(id, live);
    const { state } = container;
    changeContainer(daemon, id, {
      tree: root.tree(),
      ...(options.again === true ? {} : { restartCount: 0 }),
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
    trace(daemon, id, { kind: 'start', again: options.again === true });
    watch(daemon, id, live);
    connectedNetworks(daemon, container);
    containerEvent(daemon, container, 'start');
    rememberNetworks(daemon, id, sandbox);
    startHealthChecks(daemon, id);
    return live;
  } catch (error) {
    if (sandbox !== undefined) closeSandbox(daemon, sandbox);
    const failure = startFailure(error);
    if (entered) leaveOutside(daemon, container);
    changeContainer(daemon, id, { tree: root.tree() });
    changeState(daemon, id, { status: 'created', exitCode: failure.exitCode ?? 128, error: failure.message });
    trace(daemon, id, { kind: 'refused', exitCode: failure.exitCode ?? 128, error: failure.message });
    journalEnd(daemon, id, { exitCode: failure.exitCode ?? 128, oom: false, stdout: '', refused: true });
    throw failure;
  }
}

const RUNC =
  'failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: ';

/** What the engine says of a process that could not be started; runc's own words come with the story of who called whom. */
function startFailure(error: unknown): DockerError {
  if (error instanceof DockerError) return error;
  if (!(error instanceof RuntimeError)) throw error;
  const plain = error.message.startsWith('unable to find') || error.message.startsWith('uids and gids');
  return new DockerError('System', plain ? error.message : `${RUNC}${error.message}`, error.code);
}
