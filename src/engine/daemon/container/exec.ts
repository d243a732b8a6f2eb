import type { Container } from '../../container/index.ts';
import { DockerError } from '../../errors/index.ts';
import type { ExitStatus, OpenFile, Process } from '../../kernel/index.ts';
import { RuntimeError, startProcess } from '../../runtime/index.ts';
import type { Daemon } from '../daemon.ts';
import { processEnv } from './config.ts';

export interface ExecRequest {
  readonly argv: readonly string[];
  readonly env: readonly string[];
  readonly user: string | undefined;
  readonly workdir: string | undefined;
  readonly tty: boolean;
  readonly files: readonly [OpenFile, OpenFile, OpenFile];
}

/** Runs one more process in a running container. Throws DockerError when the container does not run or the process cannot start. */
export function execInContainer(daemon: Daemon, container: Container, request: ExecRequest, onExit: (status: ExitStatus) => void): Process {
  const { id, config } = container;
  const live = daemon.live.get(id);
  if (container.state.status === 'restarting')
    throw new DockerError('Conflict', `Container ${id} is restarting, wait until the container is running`);
  if (live === undefined) throw new DockerError('Conflict', `container ${id} is not running`);
  if (container.state.status === 'paused')
    throw new DockerError('Conflict', `Container ${container.name} is paused, unpause the container before exec`);
  const env = processEnv({ ...config, Tty: request.tty, Env: [...(config.Env ?? []), ...request.env] });
  const cwd = request.workdir ?? config.WorkingDir ?? '';
  const user = request.user ?? config.User ?? '';
  if (cwd !== '' && !cwd.startsWith('/'))
    throw new DockerError('System', 'OCI runtime exec failed: exec failed: Cwd must be an absolute path', 128);
  try {
    return startProcess(daemon.kernel, live.ns, { argv: request.argv, env, cwd, user, files: request.files }, onExit);
  } catch (error) {
    if (!(error instanceof RuntimeError)) throw error;
    const plain = error.message.startsWith('unable to find') || error.message.startsWith('uids and gids');
    throw new DockerError(
      'System',
      plain ? error.message : `OCI runtime exec failed: exec failed: unable to start container process: ${error.message}`,
      error.code,
    );
  }
}
