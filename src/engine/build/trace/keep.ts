import type { Daemon } from '../../daemon/index.ts';
import { type BuildTrace, KEPT_BUILDS, type TraceOutcome } from './trace.ts';
import type { BuildTracer } from './tracer.ts';

/** Adds a build to those the engine remembers; the oldest go. */
export function keepTrace(daemon: Daemon, tracer: BuildTracer, outcome: TraceOutcome): BuildTrace {
  const builds = daemon.state.builds ?? [];
  const trace = tracer.done(builds, outcome, daemon.now());
  daemon.update({ builds: [...builds, trace].slice(-KEPT_BUILDS) });
  return trace;
}
