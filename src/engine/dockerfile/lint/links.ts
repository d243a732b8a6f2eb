import { parseDecimal } from '../../go/numbers.ts';
import { DockerfileError } from '../error.ts';
import type { StageInstruction } from '../instructions/index.ts';
import { noVariables, tryExpandWord } from '../shell/index.ts';
import type { LineRange } from '../span.ts';
import type { Settings } from './settings.ts';
import { type LinkedInstruction, type StageList, StageState } from './stage-state.ts';

function imageStage(baseName: string, lines: LineRange | undefined): StageState {
  return new StageState({ name: '', label: '', baseName, lines, registered: false, instructions: [] });
}

function copySource(from: string, lines: LineRange, list: StageList, settings: Settings): StageState {
  const { text, error } = tryExpandWord(from, noVariables, { escapeToken: settings.escapeToken });
  if (error !== undefined) throw error;
  if (text !== from) {
    throw new DockerfileError(
      'stage',
      'variable expansion is not supported for --from, define a new stage with FROM using ARG from global scope as a workaround',
    );
  }
  const index = parseDecimal(from);
  if (index === undefined) return list.find(from) ?? imageStage(from, lines);
  const stage = list.all[index];
  if (stage === undefined) throw new DockerfileError('stage', `invalid stage index ${index}`);
  return stage;
}

/** An instruction with the stages it needs; images it needs become stages of their own. Throws DockerfileError, without a location as BuildKit does. */
export function link(instruction: StageInstruction, list: StageList, settings: Settings): LinkedInstruction {
  if (instruction.kind === 'COPY' && instruction.from !== '') {
    return { instruction, sources: [copySource(instruction.from, instruction.lines, list, settings)] };
  }
  if (instruction.kind === 'RUN') {
    const sources = instruction.mounts.map(({ from }) => list.find(from || 'scratch') ?? imageStage(from || 'scratch', undefined));
    return { instruction, sources };
  }
  return { instruction, sources: [] };
}

/** Notes what `linked` needs as dependencies of its stage. */
export function depend(state: StageState, { instruction, sources }: LinkedInstruction, list: StageList): void {
  for (const source of sources) {
    state.dependencies.set(source, instruction.lines);
    if (!source.registered) list.add(source);
  }
}

/** The instructions that lead from a stage back to a stage on the way to it, if any do. */
function findCircle(start: StageState, visited: Set<StageState>): readonly LineRange[] | undefined {
  if (visited.has(start)) return undefined;
  visited.add(start);
  const path = new Set<StageState>([start]);
  const way: { state: StageState; next: Iterator<[StageState, LineRange]>; lines?: LineRange }[] = [
    { state: start, next: start.dependencies.entries() },
  ];
  while (way.length > 0) {
    const top = way[way.length - 1]!;
    const step = top.next.next();
    if (step.done === true) {
      path.delete(top.state);
      way.pop();
      continue;
    }
    const [state, lines] = step.value;
    if (path.has(state)) return [...way.flatMap((one) => one.lines ?? []), lines];
    if (visited.has(state)) continue;
    visited.add(state);
    path.add(state);
    way.push({ state, next: state.dependencies.entries(), lines });
  }
  return undefined;
}

/** Throws DockerfileError if a stage needs itself. The location names each instruction on the way. */
export function refuseCircles(list: StageList): void {
  const visited = new Set<StageState>();
  for (const state of list.all) {
    const circle = findCircle(state, visited);
    if (circle !== undefined) throw new DockerfileError('stage', `circular dependency detected on stage: ${state.label}`, circle);
  }
}
