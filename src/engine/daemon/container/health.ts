import type { HealthResult } from '../../container/index.ts';
import type { HealthConfig } from '../../image/index.ts';
import { type ExitStatus, fromBytes, nullFile, SinkFile, type Step, statusCode } from '../../kernel/index.ts';
import { RuntimeError, startProcess } from '../../runtime/index.ts';
import type { Daemon } from '../daemon.ts';
import { inBackground } from './background.ts';
import { processEnv } from './config.ts';
import { changeState } from './find.ts';

const SECOND = 1e9;
/** Most characters kept of a probe's output, and most probes kept (moby daemon/health.go). */
const OUTPUT_LIMIT = 4096;
const LOG_LENGTH = 5;

interface Settings {
  readonly interval: number;
  readonly timeout: number;
  readonly startPeriod: number;
  readonly startInterval: number;
  readonly retries: number;
}

/** Seconds and counts of a health check, defaults filled in. */
export function healthSettings(config: HealthConfig): Settings {
  const seconds = (nanos: number | undefined, fallback: number): number => (nanos === undefined || nanos === 0 ? fallback : nanos / SECOND);
  return {
    interval: seconds(config.Interval, 30),
    timeout: seconds(config.Timeout, 30),
    startPeriod: seconds(config.StartPeriod, 0),
    startInterval: seconds(config.StartInterval, 5),
    retries: config.Retries || 3,
  };
}

/** The command a health check runs; undefined when there is none. */
function probeCommand(config: HealthConfig | undefined, shell: readonly string[] | undefined): string[] | undefined {
  const [kind, ...rest] = config?.Test ?? [];
  if (kind === 'CMD') return rest;
  if (kind === 'CMD-SHELL') return [...(shell ?? ['/bin/sh', '-c']), rest[0] ?? ''];
  return undefined;
}

/** Begins a started container's health checks, if it has any. They end with the container. */
export function startHealthChecks(daemon: Daemon, id: string): void {
  const container = daemon.state.containers.get(id);
  const live = daemon.live.get(id);
  const argv = probeCommand(container?.config.Healthcheck, container?.config.Shell);
  if (container === undefined || live === undefined || argv === undefined) return;
  const settings = healthSettings(container.config.Healthcheck!);
  changeState(daemon, id, { health: { Status: 'starting', FailingStreak: 0, Log: container.state.health?.Log ?? [] } });
  const startedAt = daemon.now();
  inBackground(daemon, function* () {
    for (;;) {
      const state = daemon.state.containers.get(id)?.state;
      const starting = state?.health?.Status === 'starting' && daemon.now() - startedAt < settings.startPeriod;
      const pause = starting ? Math.min(settings.startInterval, settings.interval) : settings.interval;
      yield { ready: () => daemon.live.get(id) !== live, deadline: daemon.now() + pause };
      if (daemon.live.get(id) !== live) return;
      if (daemon.state.containers.get(id)?.state.status === 'paused') continue;
      record(daemon, id, yield* probe(daemon, id, argv, settings.timeout), settings, startedAt);
    }
  });
}

function* probe(daemon: Daemon, id: string, argv: readonly string[], timeout: number): Step<HealthResult> {
  const container = daemon.state.containers.get(id)!;
  const live = daemon.live.get(id)!;
  const Start = daemon.now();
  let output = '';
  let status: ExitStatus | undefined;
  const sink = new SinkFile((bytes) => {
    if (output.length < OUTPUT_LIMIT) output += fromBytes(bytes);
  });
  try {
    const { WorkingDir = '', User = '' } = container.config;
    const spec = { argv, env: processEnv(container.config), cwd: WorkingDir, user: User, files: [nullFile(), sink, sink] as const };
    const process = startProcess(daemon.kernel, live.ns, spec, (ended) => (status = ended));
    yield { ready: () => status !== undefined, deadline: Start + timeout };
    if (status === undefined) {
      daemon.kernel.end(process, { kind: 'signaled', signal: 9 });
      return { Start, End: daemon.now(), ExitCode: -1, Output: `Health check exceeded timeout (${goSeconds(timeout)})` };
    }
    return {
      Start,
      End: daemon.now(),
      ExitCode: statusCode(status),
      Output: new TextDecoder().decode(Uint8Array.from(output, (c) => c.charCodeAt(0))).slice(0, OUTPUT_LIMIT),
    };
  } catch (error) {
    if (!(error instanceof RuntimeError)) throw error;
    return {
      Start,
      End: daemon.now(),
      ExitCode: -1,
      Output: `OCI runtime exec failed: exec failed: unable to start container process: ${error.message}`,
    };
  }
}

/** Go's time.Duration.String() for the durations that health checks have. */
function goSeconds(seconds: number): string {
  if (seconds < 1) return `${seconds * 1000}ms`;
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const rest = Number((seconds % 60).toFixed(9));
  return `${hours > 0 ? `${hours}h` : ''}${hours > 0 || minutes > 0 ? `${minutes}m` : ''}${rest}s`;
}

/** Health state machine. Source: moby daemon/health.go handleProbeResult. */
function record(daemon: Daemon, id: string, result: HealthResult, settings: Settings, startedAt: number): void {
  const health = daemon.state.containers.get(id)?.state.health;
  if (health === undefined) return;
  const Log = [...health.Log, result].slice(-LOG_LENGTH);
  if (result.ExitCode === 0) {
    changeState(daemon, id, { health: { Status: 'healthy', FailingStreak: 0, Log } });
    return;
  }
  const forgiven = health.Status === 'starting' && result.Start - startedAt < settings.startPeriod;
  const FailingStreak = forgiven ? health.FailingStreak : health.FailingStreak + 1;
  const Status = FailingStreak >= settings.retries ? 'unhealthy' : health.Status;
  changeState(daemon, id, { health: { Status, FailingStreak, Log } });
}
