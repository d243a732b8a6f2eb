import type { Step } from '../kernel/index.ts';
import { boot, CONFIG_FILE, configOf, note } from './boot.ts';
import { ConfigProblem } from './config/index.ts';
import { changeState } from './container/find.ts';
import { startContainer } from './container/start.ts';
import { stopContainer } from './container/stop.ts';
import { type Daemon, rfc3339 } from './daemon.ts';

/** Seconds that the engine gives containers when it stops (moby daemon/config DefaultShutdownTimeout). */
const SHUTDOWN = 15;

/** Reads daemon.json and starts the engine; with a file that dockerd refuses the service has failed. Returns whether it runs. */
export function startService(daemon: Daemon): boolean {
  if (!boot(daemon)) return false;
  for (const container of daemon.state.containers.values()) {
    const { RestartPolicy: policy } = container.hostConfig;
    const failed = container.state.status === 'exited' && container.state.exitCode !== 0;
    const again =
      policy.Name === 'always' ||
      (policy.Name === 'unless-stopped' && !wasStopped(daemon, container.id)) ||
      (policy.Name === 'on-failure' && failed);
    if (again && !daemon.live.has(container.id) && container.state.status !== 'created') startContainer(daemon, container);
  }
  return true;
}

/** Stops every container and the engine. Source: moby daemon/daemon.go Shutdown. */
export function* stopService(daemon: Daemon): Step<void> {
  const byHand = new Set<string>();
  for (const container of daemon.state.containers.values())
    if (!daemon.live.has(container.id) && daemon.restarts.get(container.id)?.byHand === true) byHand.add(container.id);
  const running = [...daemon.state.containers.values()].filter(({ id, state }) => daemon.live.has(id) || state.status === 'restarting');
  for (const container of running) yield* stopContainer(daemon, container, { timeout: SHUTDOWN });
  for (const { id } of daemon.state.containers.values()) {
    if (byHand.has(id)) continue;
    daemon.restarts.delete(id);
    const state = daemon.state.containers.get(id)?.state;
    if (state?.status === 'restarting') changeState(daemon, id, { status: 'exited' });
  }
  note(daemon, 'inactive', `time="${rfc3339(daemon.now())}" level=info msg="Daemon shutdown complete"`);
}

/** SIGHUP: reads daemon.json anew; a bad file changes nothing. Source: moby daemon/command/daemon.go reloadConfig. */
export function reloadService(daemon: Daemon): void {
  try {
    daemon.config = configOf(daemon);
    note(
      daemon,
      'active',
      `time="${rfc3339(daemon.now())}" level=info msg="Got signal to reload configuration, reloading from: ${CONFIG_FILE}"`,
    );
  } catch (error) {
    if (!(error instanceof ConfigProblem)) throw error;
    note(daemon, 'active', `time="${rfc3339(daemon.now())}" level=error msg=${JSON.stringify(error.message)}`);
  }
}

const wasStopped = (daemon: Daemon, id: string): boolean => daemon.restarts.get(id)?.byHand === true;
