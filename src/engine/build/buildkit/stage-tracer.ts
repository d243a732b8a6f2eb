import { familiarString, parseReference } from '../../reference/index.ts';
import { copyDraft, runConfigOf, shellOf } from '../draft.ts';
import type { BuildTracer } from '../trace/index.ts';
import type { LinkedInstruction, StageState } from './stage-state.ts';
import type { Stages } from './stages.ts';
import type { Vertex } from './vertex.ts';

/** Tells a tracer which instruction became which step of the graph, and what the image says of itself behind it. */
export class StageTracer {
  readonly #tracer: BuildTracer | undefined;
  readonly #stages: Stages;
  readonly #numbers = new Map<StageState, number>();

  constructor(tracer: BuildTracer | undefined, stages: Stages, reached: ReadonlySet<StageState>) {
    this.#tracer = tracer;
    this.#stages = stages;
    for (const [index, state] of stages.all.entries()) {
      const stage = state.registered ? tracer?.stage(index) : undefined;
      if (stage !== undefined && !reached.has(state)) stage.skipped = true;
    }
  }

  /** A stage stands on its base. */
  began(state: StageState): void {
    const index = this.#stages.all.indexOf(state);
    const stage = state.registered ? this.#tracer?.stage(index) : undefined;
    const from = stage?.steps[0];
    if (stage === undefined || from === undefined) return;
    stage.base = shownBase(state);
    const counted = state.base === undefined && state.baseName !== 'scratch';
    this.#numbers.set(state, counted ? 1 : 0);
    if (counted) {
      from.place = { number: 1, total: state.total };
      this.#tracer?.link(state.vertex, from);
    }
    this.#tracer?.place(state.vertex, from, afterOf(state));
  }

  /** An instruction was added to its stage; `before` is what the stage ended with until then. */
  did(state: StageState, { instruction, onBuild }: LinkedInstruction, before: Vertex): void {
    const step = state.registered ? this.#tracer?.step(this.#stages.all.indexOf(state), instruction, onBuild) : undefined;
    if (step === undefined) return;
    this.#tracer?.place(state.vertex, step, afterOf(state));
    if (state.vertex === before) return;
    const number = (this.#numbers.get(state) ?? 0) + 1;
    this.#numbers.set(state, number);
    step.place = { number, total: state.total };
    this.#tracer?.link(state.vertex, step);
  }
}

/** What FROM names, without what stands for itself. */
function shownBase({ base, baseName }: StageState): string {
  if (base !== undefined || baseName === 'scratch') return baseName;
  try {
    return familiarString(parseReference(baseName));
  } catch {
    return baseName;
  }
}

const afterOf = (state: StageState) => ({
  config: runConfigOf(copyDraft(state.draft)),
  env: [...state.env].map(([name, value]) => `${name}=${value}`),
  workdir: state.workdir,
  user: state.user,
  shell: [...shellOf(state.draft)],
});
