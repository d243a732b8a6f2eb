import type { Container } from '../../container/index.ts';
import { DockerError } from '../../errors/index.ts';
import { SIGNALS, type Signal, type Step } from '../../kernel/index.ts';
import type { Daemon, LiveContainer } from '../daemon.ts';
import { containerEvent } from '../events/index.ts';
import { restartManager } from './exit.ts';
import { changeState } from './find.ts';
import { startHealthMonitor } from './health.ts';
import { journalStop } from './journal.ts';
import { parseSignal } from './signal.ts';
import { trace } from './trace.ts';

/** Default seconds between the stop signal and SIGKILL. */
const GRACE = 10;

const isRestarting = (daemon: Daemon, id: string): boolean => daemon.state.containers.get(id)?.state.status === 'restarting';

/**
 * Stops a container: its stop signal, then SIGKILL when it has not ended after `timeout` virtual seconds (-1 waits for ever).
 * Done when the container does not run; one that waits to be restarted is not restarted. `restarting`: it will be started again at once.
 * Source: moby daemon/stop.go.
 */
export function* stopContainer(
  daemon: Daemon,
  container: Container,
  options: { timeout?: number; signal?: string; restarting?: boolean } = {},
): Step<void> {
  const { id, config } = container;
  const live = daemon.live.get(id);
  if (live === undefined) {
    if (!isRestarting(daemon, id)) return;
    yield* cancelRestart(daemon, id);
    containerEvent(daemon, container, 'stop');
    return;
  }
  live.stopping = true;
  live.restarting = options.restarting ?? false;
  const seconds = options.timeout ?? config.StopTimeout ?? GRACE;
  trace(daemon, id, { kind: 'grace', seconds });
  journalStop(daemon, id);
  signalLive(daemon, container, live, parseSignal(options.signal ?? (config.StopSignal || 'TERM')) ?? SIGNALS.TERM);
  yield { ready: () => daemon.live.get(id) !== live, ...(seconds < 0 ? {} : { deadline: daemon.now() + seconds }) };
  if (daemon.live.get(id) === live) yield* killLive(daemon, id);
}

/** SIGKILL to pid 1, and wait until it is gone; a container that waits to be restarted stays stopped. */
export function* killLive(daemon: Daemon, id: string): Step<void> {
  const live = daemon.live.get(id);
  const container = daemon.state.containers.get(id);
  if (container === undefined) return;
  if (live === undefined) {
    if (isRestarting(daemon, id)) yield* cancelRestart(daemon, id);
    return;
  }
  signalLive(daemon, container, live, SIGNALS.KILL);
  yield { ready: () => daemon.live.get(id) !== live };
}

/** Sends a signal to a running container's pid 1: `docker kill`. */
export function* killContainer(daemon: Daemon, container: Container, signal: Signal): Step<void> {
  const live = daemon.live.get(container.id);
  if (live === undefined && !isRestarting(daemon, container.id))
    throw new DockerError('Conflict', `cannot kill container: ${container.id}: container ${container.id} is not running`);
  if (live === undefined || signal === SIGNALS.KILL) {
    yield* killLive(daemon, container.id);
    return;
  }
  signalLive(daemon, container, live, signal);
  yield {};
}

/**
 * A signal by hand ends the restart policy, unless the image names another signal to stop by; then the container is also thawed, so
 * that the signal arrives. Source: moby daemon/kill.go killWithSignal.
 */
function signalLive(daemon: Daemon, container: Container, live: LiveContainer, signal: Signal): void {
  const { id, config } = container;
  const manager = restartManager(daemon, id);
  const ends = !config.StopSignal || signal === SIGNALS.KILL || parseSignal(config.StopSignal) === signal;
  if (ends) manager.canceled = true;
  manager.byHand = true;
  containerEvent(daemon, container, 'kill', { signal: String(signal) });
  if (ends) unpause(daemon, id, signal !== SIGNALS.KILL);
  daemon.kernel.deliver(live.init, signal, false);
}

function* cancelRestart(daemon: Daemon, id: string): Step<void> {
  restartManager(daemon, id).canceled = true;
  yield { ready: () => !isRestarting(daemon, id) };
}

/** Freezes every process of a running container. Its health is not known meanwhile. */
export function pause(daemon: Daemon, id: string): void {
  const live = daemon.live.get(id);
  const container = daemon.state.containers.get(id);
  if (live === undefined || container === undefined) return;
  for (const process of daemon.kernel.inNamespace(live.ns)) process.frozen = true;
  const { health } = container.state;
  changeState(daemon, id, { status: 'paused', ...(health === undefined ? {} : { health: { ...health, Status: 'unhealthy' } }) });
  trace(daemon, id, { kind: 'pause' });
  containerEvent(daemon, container, 'pause');
}

/** Lets them go on. `told`: nobody hears of it when the container is killed in the same moment. */
export function unpause(daemon: Daemon, id: string, told = true): void {
  const live = daemon.live.get(id);
  const container = daemon.state.containers.get(id);
  if (live === undefined || container?.state.status !== 'paused') return;
  for (const process of daemon.kernel.inNamespace(live.ns)) process.frozen = false;
  changeState(daemon, id, { status: 'running' });
  trace(daemon, id, { kind: 'unpause' });
  if (told) containerEvent(daemon, container, 'unpause');
  startHealthMonitor(daemon, id);
}
