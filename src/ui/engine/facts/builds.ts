// Builds as the grader sees them, out of the traces that an engine keeps.
import type { BuildTrace, StepTrace } from '../../../engine/build/index.ts';
import type { BuildFacts, StepFacts } from '../../../grader/index.ts';

/** Traces are never changed. */
const known = new WeakMap<BuildTrace, BuildFacts>();

export function buildFacts(trace: BuildTrace): BuildFacts {
  const made = known.get(trace) ?? factsOf(trace);
  known.set(trace, made);
  return made;
}

function factsOf({ number, outcome, stages, context }: BuildTrace): BuildFacts {
  const image = outcome.ok ? outcome.image : undefined;
  return {
    number,
    ...(image === undefined ? {} : { image }),
    steps: stages.flatMap(({ steps }) => steps.filter(({ kind }) => kind !== 'FROM').map(stepFacts)),
    ...(context === undefined
      ? {}
      : { context: { sent: context.sent.map(({ path }) => path), files: context.sentFiles, bytes: context.sentBytes } }),
  };
}

const STATES: Readonly<Partial<Record<StepTrace['state'], StepFacts['state']>>> = { cached: 'cached', ran: 'ran', failed: 'ran' };

const stepFacts = ({ text, state }: StepTrace): StepFacts => ({ text, state: STATES[state] ?? 'none' });
