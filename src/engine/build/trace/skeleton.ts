import type { Dockerfile, FromInstruction, Stage, StageInstruction } from '../../dockerfile/index.ts';
import type { Join, StageTrace, StepTrace } from './trace.ts';

export type Mutable<T> = { -readonly [K in keyof T]: T[K] };
/** A step while its build goes on. */
export type StepDraft = Omit<Mutable<StepTrace>, 'logs'> & { logs: StepTrace['logs'][number][] };
export type StageDraft = Omit<Mutable<StageTrace>, 'steps'> & { steps: StepDraft[] };

/** The stages and steps of a Dockerfile before anything is done: what is written, and which stage takes files from which. */
export function stagesOf({ stages }: Dockerfile): StageDraft[] {
  return stages.map((stage, index) => ({
    name: stage.from.stageAsWritten,
    base: stage.from.base,
    skipped: false,
    steps: [fromStep(stage.from, index, stages), ...stage.instructions.map((one) => stepOf(one, index, stages, false))],
  }));
}

function fromStep(from: FromInstruction, index: number, stages: readonly Stage[]): StepDraft {
  const stage = findStage(from.base, index, stages, false);
  return { ...draft(from, 'FROM'), joins: stage === undefined ? [] : [{ stage, name: from.base, paths: [] }] };
}

/** One instruction of the stage with that index. */
export function stepOf(i: StageInstruction, index: number, stages: readonly Stage[], onBuild: boolean): StepDraft {
  return { ...draft(i, i.kind), onBuild, joins: joinsOf(i, index, stages), fromContext: takesContext(i) };
}

const draft = (i: { readonly source: string; readonly lines: StepTrace['lines'] }, kind: string): StepDraft => ({
  text: i.source,
  kind,
  lines: { start: i.lines.start, end: i.lines.end },
  onBuild: false,
  joins: [],
  fromContext: false,
  state: 'waiting',
  logs: [],
  cut: false,
});

function takesContext(i: StageInstruction): boolean {
  if (i.kind === 'COPY') return i.from === '' && i.sources.length > 0;
  if (i.kind === 'ADD') return i.sources.some((source) => !/^(https?|git|ssh):\/\/|^git@/.test(source));
  return i.kind === 'RUN' && i.mounts.some(({ from, fields }) => from === '' && !fields.some((field) => /^type=(?!bind)/.test(field)));
}

function joinsOf(i: StageInstruction, index: number, stages: readonly Stage[]): Join[] {
  const join = (name: string, paths: readonly string[]): Join => {
    const stage = findStage(name, index, stages, true);
    return { ...(stage === undefined ? {} : { stage }), name, paths };
  };
  if (i.kind === 'COPY' && i.from !== '') return [join(i.from, i.sources)];
  if (i.kind !== 'RUN') return [];
  return i.mounts.flatMap(({ from, fields }) => {
    const source = fields.find((field) => /^(source|src)=/.test(field))?.replace(/^\w+=/, '');
    return from === '' ? [] : [join(from, source === undefined ? [] : [source])];
  });
}

/** The stage before `index` of that name, the latest; by number too where that is allowed. */
function findStage(name: string, index: number, stages: readonly Stage[], numbers: boolean): number | undefined {
  const wanted = name.toLowerCase();
  const at = stages.slice(0, index).findLastIndex(({ from }) => from.stage !== '' && from.stage === wanted);
  if (at >= 0) return at;
  return numbers && /^\d+$/.test(name) && Number(name) < index ? Number(name) : undefined;
}
