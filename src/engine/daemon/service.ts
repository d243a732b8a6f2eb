import type { Step } from '../kernel/index.ts';
import { readBody } from '../tree/index.ts';
import { ConfigProblem, defaultConfig, readDaemonConfig } from './config/index.ts';
import { changeState } from './container/find.ts';
import { startContainer } from './container/start.ts';
import { stopContainer } from './container/stop.ts';
import { type Daemon, rfc3339 } from './daemon.ts';

const CONFIG = '/etc/docker/daemon.json';
/** Lines of the journal that are kept. */
const MOST_LINES = 200;
/** Seconds that the engine gives containers when it stops (moby daemon/config DefaultShutdownTimeout). */
const SHUTDOWN = 15;

/** The engine as its host's service manager sees it. */
export interface Service {
  readonly state: 'active' | 'inactive' | 'failed';
  /** Since when, seconds since the epoch. */
  readonly since: number;
  /** What it said, one line each, oldest first. */
  readonly journal: readonly string[];
}

/** Reads daemon.json and starts the engine; with a file that dockerd refuses the service has failed. Returns whether it runs. */
export function startService(daemon: Daemon): boolean {
  try {
    daemon.config = configOf(daemon);
  } catch (error) {
    if (!(error instanceof ConfigProblem)) throw error;
    note(daemon, 'failed', `unable to configure the Docker daemon with file ${CONFIG}: ${error.message}`);
    return false;
  }
  note(daemon, 'active', `time="${rfc3339(daemon.now())}" level=info msg="Daemon has completed initialization"`);
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
      `time="${rfc3339(daemon.now())}" level=info msg="Got signal to reload configuration, reloading from: ${CONFIG}"`,
    );
  } catch (error) {
    if (!(error instanceof ConfigProblem)) throw error;
    note(daemon, 'active', `time="${rfc3339(daemon.now())}" level=error msg=${JSON.stringify(error.message)}`);
  }
}

const wasStopped = (daemon: Daemon, id: string): boolean => daemon.restarts.get(id)?.byHand === true;

function configOf(daemon: Daemon): Daemon['config'] {
  const file = daemon.hostFiles.tree().at(CONFIG);
  return file?.kind === 'file' ? readDaemonConfig(new TextDecoder().decode(readBody(file.body))) : defaultConfig;
}

function note(daemon: Daemon, state: Service['state'], line: string): void {
  const { journal, since, state: before } = daemon.service;
  daemon.service = {
    state,
    since: before === state && state !== 'active' ? since : daemon.now(),
    journal: [...journal, line].slice(-MOST_LINES),
  };
}
