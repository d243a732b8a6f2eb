import type { HealthResult } from '../../container/index.ts';
import { DockerError } from '../../errors/index.ts';
import { type ExitStatus, fromBytes, nullFile, SinkFile, type Step, statusCode } from '../../kernel/index.ts';
import type { Daemon } from '../daemon.ts';
import { type ExecHandle, execInContainer } from './exec.ts';

/** Most bytes kept of a probe's output (moby daemon/health.go maxOutputLen). */
const OUTPUT_LIMIT = 4096;

/**
 * Runs a health check's command in a container, as `docker exec` would, and reports the result; nothing when `stopped` says so first. A
 * command that takes too long has the exit code -1 and is killed after the report. Source: moby daemon/health.go cmdProbe.
 */
export function* runProbe(
  daemon: Daemon,
  id: string,
  argv: readonly string[],
  timeout: number,
  stopped: () => boolean,
  report: (result: HealthResult) => void,
): Step<void> {
  const container = daemon.state.containers.get(id)!;
  const Start = daemon.now();
  const output = limitedOutput();
  let status: ExitStatus | undefined;
  const files = [nullFile(), output.file, output.file] as const;
  let exec: ExecHandle;
  try {
    const request = { argv, env: [], user: undefined, workdir: undefined, tty: false, probe: true, files };
    exec = execInContainer(daemon, container, request, (ended) => (status = ended));
  } catch (error) {
    if (!(error instanceof DockerError)) throw error;
    report({ Start, End: daemon.now(), ExitCode: -1, Output: error.message });
    return;
  }
  yield { ready: () => status !== undefined || stopped(), deadline: Start + timeout };
  const End = daemon.now();
  const told = output.text();
  if (!stopped()) {
    if (status !== undefined) report({ Start, End, ExitCode: statusCode(status), Output: told });
    else
      report({
        Start,
        End,
        ExitCode: -1,
        Output: `Health check exceeded timeout (${goSeconds(timeout)})${told === '' ? '' : `: ${told}`}`,
      });
  }
  if (status === undefined) exec.abandon();
}

function limitedOutput(): { file: SinkFile; text(): string } {
  let bytes = '';
  let cut = false;
  const file = new SinkFile((written) => {
    const room = OUTPUT_LIMIT - bytes.length;
    bytes += fromBytes(written.length > room ? written.subarray(0, room) : written);
    cut ||= written.length > room;
  });
  return {
    file,
    text: () => `${new TextDecoder().decode(Uint8Array.from(bytes, (char) => char.charCodeAt(0)))}${cut ? '...' : ''}`,
  };
}

/** Go's time.Duration.String() for the durations that health checks have. */
function goSeconds(seconds: number): string {
  if (seconds < 1) return `${Number((seconds * 1000).toFixed(6))}ms`;
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const rest = Number((seconds % 60).toFixed(9));
  return `${hours > 0 ? `${hours}h` : ''}${hours > 0 || minutes > 0 ? `${minutes}m` : ''}${rest}s`;
}
