import type { Container } from '../../container/index.ts';
import { DockerError } from '../../errors/index.ts';
import { type ExitStatus, type OpenFile, type Process, statusCode } from '../../kernel/index.ts';
import { FIRST_CHILD, RuntimeError, resolveUser, startProcess, UnknownUser } from '../../runtime/index.ts';
import type { Tree } from '../../tree/index.ts';
import type { Daemon } from '../daemon.ts';
import { containerEvent } from '../events/index.ts';
import { processEnv } from './config.ts';
import { cleanPath } from './mount-spec.ts';
import { privilegesOf } from './privileges.ts';
import { trace } from './trace.ts';

export interface ExecRequest {
  readonly argv: readonly string[];
  readonly env: readonly string[];
  readonly user: string | undefined;
  readonly workdir: string | undefined;
  readonly tty: boolean;
  readonly privileged?: boolean;
  /** A health check: told as such. */
  readonly probe?: boolean;
  readonly files: readonly [OpenFile, OpenFile, OpenFile];
}

/** A process that joined a container. */
export interface ExecHandle {
  readonly id: string;
  readonly process: Process;
  /** Kills it because nobody waits for it any more; the engine no longer knows how it ended. */
  abandon(): void;
}

/** What the engine says of an exec whose end it no longer waits for. */
const UNKNOWN_EXIT = 127;
/** Processes that the runtime itself uses up before the one asked for (runc's own stages and threads). */
const RUNTIME_PIDS = 5;

/** Runs one more process in a running container. Throws DockerError when the container does not run or the process cannot start. */
export function execInContainer(
  daemon: Daemon,
  container: Container,
  request: ExecRequest,
  onExit: (status: ExitStatus) => void,
): ExecHandle {
  const { id, config } = container;
  const live = daemon.live.get(id);
  if (container.state.status === 'restarting')
    throw new DockerError('Conflict', `Container ${id} is restarting, wait until the container is running`);
  if (live === undefined) throw new DockerError('Conflict', `container ${id} is not running`);
  if (container.state.status === 'paused')
    throw new DockerError('Conflict', `Container ${container.name} is paused, unpause the container before exec`);
  const env = processEnv({ ...config, Tty: request.tty, Env: [...(config.Env ?? []), ...request.env] });
  const asked = request.workdir ?? config.WorkingDir ?? '';
  const cwd = asked.startsWith('/') ? cleanPath(asked) : asked;
  const user = request.user ?? config.User ?? '';
  checkUser(live.ns.root.fs.tree(), user);
  const [command = '', ...args] = request.argv;
  const execID = daemon.newExecID();
  const tell = (action: string, more = {}): void => containerEvent(daemon, container, action, { execID, ...more });
  for (const action of ['exec_create', 'exec_start']) tell(`${action}: ${command} ${args.join(' ')}`);
  if (cwd !== '' && !cwd.startsWith('/'))
    throw new DockerError('System', 'OCI runtime exec failed: exec failed: Cwd must be an absolute path', 128);
  const { hostConfig } = container;
  const privileges = privilegesOf(request.privileged === true ? { ...hostConfig, Privileged: true } : hostConfig);
  let abandoned = false;
  try {
    if (live.ns.nextPid > FIRST_CHILD) live.ns.nextPid += RUNTIME_PIDS;
    const process = startProcess(
      daemon.kernel,
      live.ns,
      { argv: request.argv, env, cwd, user, files: request.files, ...privileges },
      (status) => {
        tell('exec_die', { exitCode: String(abandoned ? UNKNOWN_EXIT : statusCode(status)) });
        onExit(status);
      },
    );
    if (request.probe !== true) trace(daemon, id, { kind: 'exec', argv: request.argv });
    const abandon = (): void => {
      abandoned = true;
      daemon.kernel.end(process, { kind: 'signaled', signal: 9 });
    };
    return { id: execID, process, abandon };
  } catch (error) {
    if (!(error instanceof RuntimeError)) throw error;
    throw new DockerError(
      'System',
      `OCI runtime exec failed: exec failed: unable to start container process: ${error.message}`,
      error.code,
    );
  }
}

function checkUser(tree: Tree, user: string): void {
  try {
    resolveUser(tree, user);
  } catch (error) {
    if (error instanceof UnknownUser) throw new DockerError('System', error.message, 126);
    throw error;
  }
}
