import type { BuildTrace, StepTrace } from '../../../engine/build/index.ts';
import type { Daemon } from '../../../engine/daemon/index.ts';
import type { BuildListing, BuildStepView, BuildsView, BuildView } from '../../session/view/builds.ts';

const EMPTY: BuildsView = { list: [] };

/** Traces are never changed, so what is drawn of one is made once. */
const views = new WeakMap<BuildTrace, BuildView>();
const lists = new WeakMap<readonly BuildTrace[], BuildsView>();

/** The last builds of a machine: all by name, the newest in full. */
export function buildsOf({ state }: Daemon): BuildsView {
  const { builds } = state;
  if (builds === undefined) return EMPTY;
  const known = lists.get(builds);
  if (known !== undefined) return known;
  const last = builds.at(-1);
  const view: BuildsView = { list: builds.map(listing), ...(last === undefined ? {} : { last: buildView(last) }) };
  lists.set(builds, view);
  return view;
}

export function buildView(trace: BuildTrace): BuildView {
  const known = views.get(trace);
  if (known !== undefined) return known;
  const made = viewOf(trace, trace.number);
  views.set(trace, made);
  return made;
}

/** The same under another number: a rehearsal. */
export function viewOf(trace: BuildTrace, number: number): BuildView {
  const { builder, started, ended, cwd, dockerfileName, dockerfilePath, tags, target, stages, context, outcome } = trace;
  return {
    number,
    builder,
    started,
    seconds: ended - started,
    command: commandOf(trace),
    cwd,
    dockerfile: dockerfileName,
    ...(dockerfilePath === undefined ? {} : { dockerfilePath }),
    tags,
    target,
    stages: stages.map(({ name, base, skipped, steps }) => ({ name, base, skipped, steps: steps.map(stepView) })),
    ...(context === undefined ? {} : { context }),
    ...(outcome.ok ? { ok: true, ...(outcome.image === undefined ? {} : { image: outcome.image }) } : failure(outcome)),
  };
}

const failure = ({ message, line }: Extract<BuildTrace['outcome'], { ok: false }>) => ({
  ok: false,
  message,
  ...(line === undefined ? {} : { messageLine: line }),
});

function stepView(step: StepTrace): BuildStepView {
  const { text, kind, lines, onBuild, place, joins, fromContext, state, because, seconds, layer, ground, image, error, exit } = step;
  return {
    text,
    kind,
    line: lines.start,
    lastLine: lines.end,
    onBuild,
    ...(place === undefined ? {} : { place }),
    joins,
    fromContext,
    state,
    ...(because === undefined ? {} : { because }),
    ...(seconds === undefined ? {} : { seconds }),
    ...(layer === undefined ? {} : { layer }),
    ...(ground === undefined ? {} : { ground }),
    ...(image === undefined ? {} : { image }),
    logged: step.logs.length > 0,
    known: step.after !== undefined,
    ...(error === undefined ? {} : { error }),
    ...(exit === undefined ? {} : { exit }),
  };
}

function listing({ number, started, tags, target, dockerfileName, dockerfilePath, outcome, stages }: BuildTrace): BuildListing {
  const steps = stages.flatMap((stage) => stage.steps).filter(({ kind, state }) => kind !== 'FROM' && isStep(state));
  return {
    number,
    started,
    tags,
    target,
    dockerfile: dockerfileName,
    ...(dockerfilePath === undefined ? {} : { dockerfilePath }),
    ok: outcome.ok,
    steps: steps.length,
    cached: steps.filter(({ state }) => state === 'cached' || state === 'same').length,
  };
}

const isStep = (state: StepTrace['state']): boolean => state === 'cached' || state === 'same' || state === 'ran' || state === 'failed';

/** The client's line as it can be typed again. */
function commandOf({ argv, environment }: BuildTrace): string {
  return [...environment, ...argv.map(quoted)].join(' ');
}

const quoted = (word: string): string => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`);
