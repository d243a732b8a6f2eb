import type { Container, HealthResult } from '../../container/index.ts';
import type { Daemon, LiveContainer } from '../daemon.ts';
import { containerEvent } from '../events/index.ts';
import { inBackground } from './background.ts';
import { changeState } from './find.ts';
import { runProbe } from './health-probe.ts';
import { healthSettings, type Settings } from './health-settings.ts';
import { trace } from './trace.ts';

/** Most probes kept (moby daemon/health.go maxLogEntries). */
const LOG_LENGTH = 5;

/** The command a health check runs; undefined when there is none. */
function probeCommand({ config }: Container): string[] | undefined {
  const [kind, ...rest] = config.Healthcheck?.Test ?? [];
  if (kind === 'CMD' && rest.length > 0) return rest;
  if (kind === 'CMD-SHELL') return [...(config.Shell ?? ['/bin/sh', '-c']), ...rest];
  return undefined;
}

/** Begins a started container's health checks, if it has any; what earlier runs logged stays. They end with the container. */
export function startHealthChecks(daemon: Daemon, id: string): void {
  const container = daemon.state.containers.get(id);
  if (container === undefined || probeCommand(container) === undefined) return;
  changeState(daemon, id, { health: { Status: 'starting', FailingStreak: 0, Log: container.state.health?.Log ?? [] } });
  startHealthMonitor(daemon, id);
}

/**
 * Probes a running container as often as its settings say, until it ends or is paused; unpausing begins anew. The first probe comes after
 * one interval. Source: moby daemon/health.go monitor.
 */
export function startHealthMonitor(daemon: Daemon, id: string): void {
  const container = daemon.state.containers.get(id);
  const live = daemon.live.get(id);
  const argv = container === undefined ? undefined : probeCommand(container);
  if (container === undefined || live === undefined || argv === undefined) return;
  const settings = healthSettings(container.config.Healthcheck!);
  const monitor = {};
  live.healthMonitor = monitor;
  const stopped = (): boolean =>
    daemon.live.get(id) !== live || live.healthMonitor !== monitor || daemon.state.containers.get(id)?.state.status === 'paused';
  inBackground(daemon, function* () {
    while (!stopped()) {
      yield { ready: stopped, deadline: daemon.now() + pauseBefore(daemon, id, settings) };
      if (stopped()) return;
      yield* runProbe(daemon, id, argv, settings.timeout, stopped, (result) => record(daemon, id, live, result, settings));
    }
  });
}

/** Seconds to the next probe: shorter while the container starts. */
function pauseBefore(daemon: Daemon, id: string, { interval, startInterval, startPeriod }: Settings): number {
  const state = daemon.state.containers.get(id)?.state;
  const starting = state?.health?.Status === 'starting' && daemon.now() - (state.startedAt ?? 0) < startPeriod;
  return starting ? startInterval : interval;
}

/** Health state machine: failures within the start period do not count until a probe has passed. Source: moby daemon/health.go handleProbeResult. */
function record(daemon: Daemon, id: string, live: LiveContainer, result: HealthResult, settings: Settings): void {
  const container = daemon.state.containers.get(id);
  const health = container?.state.health;
  if (container === undefined || health === undefined || daemon.live.get(id) !== live) return;
  const Log = [...health.Log, result].slice(-LOG_LENGTH);
  const passed = result.ExitCode === 0;
  const forgiven = health.Status === 'starting' && result.Start - (container.state.startedAt ?? 0) < settings.startPeriod;
  const FailingStreak = passed ? 0 : forgiven ? health.FailingStreak : health.FailingStreak + 1;
  const Status = passed ? 'healthy' : !forgiven && FailingStreak >= settings.retries ? 'unhealthy' : health.Status;
  changeState(daemon, id, { health: { Status, FailingStreak, Log } });
  trace(daemon, id, {
    kind: 'probe',
    end: result.End,
    exitCode: result.ExitCode,
    output: result.Output.slice(0, 200),
    streak: FailingStreak,
    status: Status,
    forgiven: forgiven && !passed,
  });
  if (Status !== health.Status) containerEvent(daemon, container, `health_status: ${Status}`);
}
