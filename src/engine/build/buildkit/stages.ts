import { DockerfileError, noVariables, parseTrigger, type Stage, type StageInstruction, tryExpandWord } from '../../dockerfile/index.ts';
import { type LinkedInstruction, StageState } from './stage-state.ts';

/** All stages of a build in order; images that `--from` names come last. Source: buildkit dockerfile2llb dispatchStates. */
export class Stages {
  readonly all: StageState[] = [];
  readonly #byName = new Map<string, StageState>();

  /** `bases` are the FROM names with their variables replaced. */
  constructor(stages: readonly Stage[], bases: readonly string[]) {
    stages.forEach(({ from }, i) => {
      this.#add(
        new StageState({ name: from.stage, label: from.stage || `stage-${i}`, baseName: bases[i]!, lines: from.lines, registered: true }),
      );
    });
    stages.forEach(({ instructions }, i) => {
      const state = this.all[i]!;
      state.commands = instructions.map((instruction) => this.#link(state, instruction, false));
    });
    // A mount counts as a source of its own, even where it names none (dockerfile2llb dispatchRunMounts; asked of Docker 28).
    if (this.all.length === 1 && !stages.some(({ instructions }) => instructions.some(isMounting))) this.all[0]!.label = '';
    for (const state of this.all) if (state.registered) state.total = countSteps(state);
  }

  find(name: string): StageState | undefined {
    return this.#byName.get(name.toLowerCase());
  }

  target(name: string): StageState | undefined {
    return name === '' ? this.all.findLast(({ registered }) => registered) : this.find(name);
  }

  /** A stage and everything it is built from. */
  reachable(target: StageState): Set<StageState> {
    const reached = new Set([target]);
    for (const state of reached) for (const need of [state.base, ...state.needs]) if (need !== undefined) reached.add(need);
    return reached;
  }

  /** Puts a base image's triggers in front of a stage's instructions. Throws DockerfileError. */
  addTriggers(state: StageState, triggers: readonly string[]): void {
    const commands = triggers.map((trigger) => {
      try {
        const instruction = parseTrigger(trigger);
        return this.#link(state, state.lines === undefined ? instruction : { ...instruction, lines: state.lines }, true);
      } catch (error) {
        if (error instanceof DockerfileError && state.lines !== undefined)
          throw new DockerfileError(error.code, error.message, [state.lines]);
        throw error;
      }
    });
    state.commands = [...commands, ...state.commands];
    state.total += commands.length;
  }

  #add(state: StageState): void {
    this.all.push(state);
    state.base = this.#byName.get(state.baseName);
    if (state.name !== '') this.#byName.set(state.name.toLowerCase(), state);
  }

  #link(state: StageState, instruction: StageInstruction, onBuild: boolean): LinkedInstruction {
    const sources = this.#sourcesOf(instruction);
    for (const source of sources) {
      if (source === undefined) continue;
      state.needs.add(source);
      if (!source.registered && !this.all.includes(source)) this.#add(source);
    }
    return { instruction, sources, onBuild };
  }

  #sourcesOf(instruction: StageInstruction): (StageState | undefined)[] {
    if (instruction.kind === 'RUN')
      return instruction.mounts.map(({ from }) => (from === '' ? undefined : (this.find(from) ?? imageStage(from, instruction))));
    if (instruction.kind !== 'COPY' || instruction.from === '') return [];
    const { from } = instruction;
    if (tryExpandWord(from, noVariables).text !== from) {
      throw new DockerfileError(
        'stage',
        'variable expansion is not supported for --from, define a new stage with FROM using ARG from global scope as a workaround',
      );
    }
    if (!/^[+-]?\d+$/.test(from)) return [this.find(from) ?? imageStage(from, instruction)];
    const stage = this.all[Number(from)];
    if (stage === undefined) throw new DockerfileError('stage', `invalid stage index ${Number(from)}`);
    return [stage];
  }
}

const isMounting = (instruction: StageInstruction): boolean => instruction.kind === 'RUN' && instruction.mounts.length > 0;

const imageStage = (baseName: string, { lines }: StageInstruction): StageState =>
  new StageState({ name: '', label: '', baseName, lines, registered: false });

function countSteps(state: StageState): number {
  const steps = state.commands.filter(
    ({ instruction: { kind } }) => kind === 'ADD' || kind === 'COPY' || kind === 'RUN' || kind === 'WORKDIR',
  );
  return steps.length + (state.baseName !== 'scratch' && state.base === undefined ? 1 : 0);
}
