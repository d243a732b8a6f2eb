// BuildKit's daemon and its client, as the image moby/buildkit has them.
// Knows what they print and how they end; refuses to know builds: those are the engine's, in src/engine/build.
import { type Program, type Run, SIGNALS, type Step } from '../../kernel/index.ts';
import { rfc3339Seconds } from '../registry/time.ts';

/** logrus' text lines, as buildkitd writes them to standard error. */
function* log(process: Parameters<Program>[0], level: string, message: string): Step<void> {
  const quoted = /^[\w./@^+-]+$/.test(message) ? message : JSON.stringify(message);
  yield* process.write(2, `time="${rfc3339Seconds(process.now())}" level=${level} msg=${quoted}\n`);
}

const buildkitd: Program = function* buildkitd(process): Run {
  if (process.argv.includes('--version') || process.argv.includes('-v')) {
    yield* process.write(1, 'buildkitd github.com/moby/buildkit v0.25.2 63318c4b20f4dc3aa7ab1b8d3e2bcb5cdf4b0b27\n');
    return 0;
  }
  process.setDisposition(SIGNALS.TERM, 'catch');
  process.setDisposition(SIGNALS.INT, 'catch');
  yield* log(process, 'info', 'auto snapshotter: using overlayfs');
  yield* log(process, 'warning', 'using host network as the default');
  yield* log(process, 'info', `found 1 workers, default="${process.ns.id.slice(0, 25)}"`);
  yield* log(process, 'warning', 'currently, only the default worker can be used.');
  yield* log(process, 'info', 'running server on /run/buildkit/buildkitd.sock');
  while (process.caught.length === 0) yield { ready: () => process.caught.length > 0 };
  yield* log(process, 'info', 'stopping server');
  return 1;
};

export const programs: Readonly<Record<string, Program>> = { buildkitd };
