// A build as the Build picture shows it: stages as lines, steps as stations, in plain data without words.
// Knows the session's views. Refuses to know the language, the DOM and the engine.
import { bedWidth, type Paint, paint } from '../picture/paint.ts';
import type { BuildContextView, BuildLayerView, BuildStepView, BuildView, CauseView } from '../session/view/index.ts';
import { type Counterpart, counterparts } from './compare.ts';
import { foldRuns } from './fold.ts';
import { keyOf } from './key.ts';
import { type Layout, layoutOf } from './layout.ts';

/**
 * `base`: FROM. `config`: no step. `cached`: `=`. `ran`: filled triangle. `missed`: the first of its line that was not in the cache, `≠`.
 * `because`: ran as something before it did, hollow triangle. `unneeded`, `waiting`: dashed. `open`: not built, to be guessed.
 */
export type Mark = 'base' | 'config' | 'cached' | 'ran' | 'missed' | 'because' | 'failed' | 'unneeded' | 'waiting' | 'open';

export interface Bed {
  readonly paint: Paint;
  readonly diffID: string;
  readonly chainID: string;
  readonly size: number;
  /** Percent of the column. */
  readonly width: number;
}

export interface Station {
  readonly kind: 'station';
  /** `stage.step`, as the build counts them. */
  readonly key: string;
  readonly stage: number;
  readonly step: number;
  readonly instruction: string;
  readonly text: string;
  readonly line: number;
  readonly onBuild: boolean;
  readonly place?: { readonly number: number; readonly total: number };
  readonly mark: Mark;
  /** The same as a step done before in this build. */
  readonly same: boolean;
  readonly cause?: CauseView;
  /** Key of the station that made it run. */
  readonly root?: string;
  readonly seconds?: number;
  /** Share of the longest step, 0 to 1. */
  readonly share: number;
  readonly bed?: Bed;
  /** Beds of the image that FROM names, oldest first. */
  readonly ground: readonly Bed[];
  readonly image?: string;
  readonly joins: readonly { readonly stage?: number; readonly name: string; readonly paths: readonly string[] }[];
  readonly logged: boolean;
  readonly known: boolean;
  readonly error?: string;
  readonly exit?: number;
  readonly was?: Counterpart;
}

/** A run of stations that came from the cache, drawn as one. */
export interface Fold {
  readonly kind: 'fold';
  readonly key: string;
  readonly stage: number;
  readonly stations: readonly Station[];
  /** How many of them are steps. */
  readonly cached: number;
}

export type Item = Station | Fold;

export interface Line {
  readonly stage: number;
  readonly name: string;
  readonly base: string;
  readonly skipped: boolean;
  readonly items: readonly Item[];
  readonly cached: number;
  readonly ran: number;
}

export interface Counts {
  /** Steps that are to come from the cache or run: all but FROM, what changes the config only, and what is never needed. */
  readonly steps: number;
  readonly cached: number;
  readonly ran: number;
  readonly failed: number;
  readonly unneeded: number;
  readonly waiting: number;
}

export interface BuildModel {
  readonly number: number;
  readonly builder: BuildView['builder'];
  readonly command: string;
  readonly name: string;
  readonly target: string;
  readonly lines: readonly Line[];
  readonly layout: Layout;
  /** All stations in the order written, folded or not. */
  readonly stations: readonly Station[];
  readonly counts: Counts;
  readonly firstMiss?: Station;
  readonly failed?: Station;
  readonly seconds: number;
  /** Bytes of the layers that were made anew. */
  readonly added: number;
  readonly context?: BuildContextView;
  /** The station that the context is drawn beside. */
  readonly tray?: Station;
  readonly density: 'normal' | 'compact';
  readonly ok: boolean;
  readonly image?: string;
  readonly message?: string;
  readonly messageLine?: number;
}

export interface ModelOptions {
  /** A build before, to compare with. */
  readonly previous?: BuildView;
  /** Keys of folds that are open. */
  readonly unfolded?: ReadonlySet<string>;
  /** Keys of stations that are never folded away. */
  readonly shown?: ReadonlySet<string>;
}

const DENSE = 20;

export function buildModel(build: BuildView, { previous, unfolded = new Set(), shown = new Set() }: ModelOptions = {}): BuildModel {
  const longest = Math.max(0, ...build.stages.flatMap(({ steps }) => steps.map(({ seconds = 0 }) => seconds)));
  const needed = build.number === 0 ? reachable(build) : undefined;
  const roots = new Map<string, string>();
  const was = previous === undefined ? new Map<string, Counterpart>() : counterparts(build, previous);
  const byStage = build.stages.map((stage, index) => {
    const skipped = stage.skipped || needed?.has(index) === false;
    return stage.steps.map((step, n) => stationOf(build, step, { stage: index, n, skipped, longest, roots, was }));
  });
  const stations = byStage.flat();
  const density = stations.length > DENSE ? 'compact' : 'normal';
  const lines = build.stages.map((stage, index): Line => {
    const own = byStage[index] ?? [];
    const long = own.length > DENSE || stations.length > 3 * DENSE;
    return {
      stage: index,
      name: stage.name,
      base: stage.base,
      skipped: stage.skipped || needed?.has(index) === false,
      items: long ? foldRuns(own, unfolded, shown) : own,
      cached: own.filter(({ mark }) => mark === 'cached').length,
      ran: own.filter(({ mark }) => mark === 'ran' || mark === 'missed' || mark === 'because').length,
    };
  });
  const layout = layoutOf(lines.map(({ items }) => items.map((item) => ({ needs: needsOf(item) }))));
  const firstMiss = stations.find(({ mark }) => mark === 'missed');
  const failed = stations.find(({ mark }) => mark === 'failed');
  const tray = trayOf(build, stations);
  return {
    number: build.number,
    builder: build.builder,
    command: build.command,
    name: build.tags[0] ?? (build.image === undefined ? '' : build.image.replace(/^sha256:/, '').slice(0, 12)),
    target: build.target,
    lines,
    layout,
    stations,
    counts: countsOf(stations),
    ...(firstMiss === undefined ? {} : { firstMiss }),
    ...(failed === undefined ? {} : { failed }),
    seconds: build.seconds,
    added: stations.reduce((sum, { mark, bed }) => sum + (bed !== undefined && isRun(mark) ? bed.size : 0), 0),
    ...(build.context === undefined ? {} : { context: build.context }),
    ...(tray === undefined ? {} : { tray }),
    density,
    ok: build.ok,
    ...(build.image === undefined ? {} : { image: build.image }),
    ...(build.message === undefined ? {} : { message: build.message }),
    ...(build.messageLine === undefined ? {} : { messageLine: build.messageLine }),
  };
}

export const isRun = (mark: Mark): boolean => mark === 'ran' || mark === 'missed' || mark === 'because';

/** Whether a station is a step that the cache can have. */
export const isStep = (station: Station): boolean => station.instruction !== 'FROM' && station.mark !== 'config';

interface Place {
  readonly stage: number;
  readonly n: number;
  readonly skipped: boolean;
  readonly longest: number;
  /** By the key of a station that ran: what made it run. Filled as stations are made, in order. */
  readonly roots: Map<string, string>;
  readonly was: ReadonlyMap<string, Counterpart>;
}

function stationOf(build: BuildView, step: BuildStepView, place: Place): Station {
  const { stage, n, longest, roots } = place;
  const key = keyOf(stage, n);
  const above = aboveOf(build, stage, n)
    .map((one) => roots.get(one))
    .find((one) => one !== undefined);
  const mark = markOf(build, step, place.skipped, above);
  if (step.state === 'ran' || step.state === 'failed') roots.set(key, mark === 'because' && above !== undefined ? above : key);
  const passes = n > 0 && (step.state === 'config' || step.state === 'base') ? above : undefined;
  if (passes !== undefined) roots.set(key, passes);
  const was = place.was.get(key);
  return {
    kind: 'station',
    key,
    stage,
    step: n,
    instruction: step.kind,
    text: step.text,
    line: step.line,
    onBuild: step.onBuild,
    ...(step.place === undefined ? {} : { place: step.place }),
    mark,
    same: step.state === 'same',
    ...(step.because === undefined ? {} : { cause: step.because }),
    ...(mark === 'because' && above !== undefined ? { root: above } : {}),
    ...(step.seconds === undefined ? {} : { seconds: step.seconds }),
    share: longest > 0 ? (step.seconds ?? 0) / longest : 0,
    ...(step.layer === undefined ? {} : { bed: bedOf(step.layer) }),
    ground: (step.ground ?? []).map(bedOf),
    ...(step.image === undefined ? {} : { image: step.image }),
    joins: step.joins,
    logged: step.logged,
    known: step.known,
    ...(step.error === undefined ? {} : { error: step.error }),
    ...(step.exit === undefined ? {} : { exit: step.exit }),
    ...(was === undefined ? {} : { was }),
  };
}

/** Keys of what a step stands on: the step above it; for FROM, the end of the stage it names. */
function aboveOf(build: BuildView, stage: number, n: number): string[] {
  if (n > 0) return [keyOf(stage, n - 1)];
  const base = build.stages[stage]?.steps[0]?.joins[0]?.stage;
  return base === undefined ? [] : [keyOf(base, (build.stages[base]?.steps.length ?? 1) - 1)];
}

function markOf(build: BuildView, step: BuildStepView, skipped: boolean, above: string | undefined): Mark {
  switch (step.state) {
    case 'base':
      return 'base';
    case 'config':
      return 'config';
    case 'cached':
    case 'same':
      return 'cached';
    case 'failed':
      return 'failed';
    case 'waiting': {
      if (skipped) return 'unneeded';
      if (build.number !== 0) return 'waiting';
      if (step.kind === 'FROM') return 'base';
      return build.builder === 'classic' || ['RUN', 'COPY', 'ADD', 'WORKDIR'].includes(step.kind) ? 'open' : 'config';
    }
    case 'ran': {
      const kind = step.because?.kind;
      if (kind === undefined || kind === 'no-cache') return 'ran';
      if (above !== undefined && kind !== 'first-build') return kind === 'parent-changed' ? 'because' : 'missed';
      if (above !== undefined) return firstCauseOf(build, above) === 'first-build' ? 'ran' : 'because';
      return kind === 'first-build' ? 'ran' : 'missed';
    }
  }
}

function firstCauseOf(build: BuildView, key: string): CauseView['kind'] | undefined {
  const [stage = 0, step = 0] = key.split('.').map(Number);
  return build.stages[stage]?.steps[step]?.because?.kind;
}

function bedOf({ diffID, chainID, size }: BuildLayerView): Bed {
  return { paint: paint(diffID), diffID, chainID, size, width: bedWidth(size) };
}

const needsOf = (item: Item): number[] =>
  (item.kind === 'station' ? [item] : item.stations).flatMap(({ joins }) =>
    joins.flatMap(({ stage }) => (stage === undefined ? [] : [stage])),
  );

/** Stages that the last one needs: what BuildKit would build of a Dockerfile that was only read. */
function reachable({ stages, builder }: BuildView): ReadonlySet<number> {
  if (builder === 'classic') return new Set(stages.keys());
  const out = new Set([stages.length - 1]);
  for (const stage of out)
    for (const { joins } of stages[stage]?.steps ?? []) for (const { stage: from } of joins) if (from !== undefined) out.add(from);
  return out;
}

function trayOf(build: BuildView, stations: readonly Station[]): Station | undefined {
  if (build.context === undefined) return undefined;
  return stations.find(({ stage, step, mark }) => build.stages[stage]?.steps[step]?.fromContext === true && mark !== 'unneeded');
}

function countsOf(stations: readonly Station[]): Counts {
  const count = (...marks: readonly Mark[]): number => stations.filter(({ mark }) => marks.includes(mark)).length;
  return {
    steps: stations.filter((station) => isStep(station) && station.mark !== 'unneeded').length,
    cached: count('cached'),
    ran: count('ran', 'missed', 'because'),
    failed: count('failed'),
    unneeded: stations.filter(({ mark, instruction }) => mark === 'unneeded' && instruction !== 'FROM').length,
    waiting: stations.filter(({ mark, instruction }) => (mark === 'waiting' || mark === 'open') && instruction !== 'FROM').length,
  };
}
