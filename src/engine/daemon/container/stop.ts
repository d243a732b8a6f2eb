import type { Container } from '../../container/index.ts';
import { DockerError } from '../../errors/index.ts';
import { SIGNALS, type Signal, type Step } from '../../kernel/index.ts';
import type { Daemon } from '../daemon.ts';
import { changeState } from './find.ts';
import { parseSignal } from './signal.ts';

/** Default seconds between the stop signal and SIGKILL. */
const GRACE = 10;

/**
 * Stops a container: its stop signal, then SIGKILL when it has not ended after `timeout` virtual seconds (-1 waits for ever).
 * Done when the container does not run. Source: moby daemon/stop.go.
 */
export function* stopContainer(daemon: Daemon, container: Container, options: { timeout?: number; signal?: string } = {}): Step<void> {
  const { id, config } = container;
  const live = daemon.live.get(id);
  if (live === undefined) {
    if (daemon.state.containers.get(id)?.state.status === 'restarting') changeState(daemon, id, { status: 'exited' });
    return;
  }
  live.stopping = true;
  unpause(daemon, id);
  const signal = parseSignal(options.signal ?? (config.StopSignal || 'TERM')) ?? SIGNALS.TERM;
  daemon.kernel.deliver(live.init, signal, false);
  const seconds = options.timeout ?? config.StopTimeout ?? GRACE;
  yield { ready: () => daemon.live.get(id) !== live, ...(seconds < 0 ? {} : { deadline: daemon.now() + seconds }) };
  if (daemon.live.get(id) === live) yield* killLive(daemon, id);
}

/** SIGKILL to pid 1, and wait until it is gone. */
export function* killLive(daemon: Daemon, id: string): Step<void> {
  const live = daemon.live.get(id);
  if (live === undefined) return;
  live.stopping = true;
  unpause(daemon, id);
  daemon.kernel.deliver(live.init, SIGNALS.KILL, false);
  yield { ready: () => daemon.live.get(id) !== live };
}

/** Sends a signal to a running container's pid 1: `docker kill`. */
export function* killContainer(daemon: Daemon, container: Container, signal: Signal): Step<void> {
  const live = daemon.live.get(container.id);
  if (live === undefined)
    throw new DockerError('Conflict', `cannot kill container: ${container.id}: container ${container.id} is not running`);
  if (signal === SIGNALS.KILL) {
    yield* killLive(daemon, container.id);
    return;
  }
  const stop = parseSignal(container.config.StopSignal || 'TERM');
  if (signal === stop) live.stopping = true;
  daemon.kernel.deliver(live.init, signal, false);
  yield {};
}

/** Freezes every process of a running container. */
export function pause(daemon: Daemon, id: string): void {
  const live = daemon.live.get(id);
  if (live === undefined) return;
  for (const process of daemon.kernel.inNamespace(live.ns)) process.frozen = true;
  changeState(daemon, id, { status: 'paused' });
}

export function unpause(daemon: Daemon, id: string): void {
  const live = daemon.live.get(id);
  if (live === undefined || daemon.state.containers.get(id)?.state.status !== 'paused') return;
  for (const process of daemon.kernel.inNamespace(live.ns)) process.frozen = false;
  changeState(daemon, id, { status: 'running' });
}
