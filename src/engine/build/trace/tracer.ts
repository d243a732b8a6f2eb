import type { Dockerfile, LineRange, StageInstruction } from '../../dockerfile/index.ts';
import type { Tree } from '../../tree/index.ts';
import { buildBefore, tellWhatWas } from './before.ts';
import { type StageDraft, type StepDraft, stagesOf, stepOf } from './skeleton.ts';
import type { After, BuildTrace, Cause, ContextTrace, TraceOutcome } from './trace.ts';

/** Most characters kept of one step's output. */
const OUTPUT = 32_000;

export type TraceFacts = Omit<BuildTrace, 'number' | 'started' | 'ended' | 'stages' | 'context' | 'outcome' | 'text'>;

/** Writes down what a build does, while it does it. `key` is what the builder knows a step by. It has no influence on the build. */
export class BuildTracer {
  readonly #facts: TraceFacts;
  readonly #started: number;
  readonly #steps = new Map<object, StepDraft[]>();
  readonly #places = new Map<object, { readonly step: StepDraft; readonly after: Omit<After, 'tree'> }[]>();
  readonly #began = new Map<StepDraft, number>();
  readonly #decoder = new TextDecoder();
  #file: Dockerfile | undefined;
  #stages: StageDraft[] = [];
  context: ContextTrace | undefined;

  constructor(facts: TraceFacts, now: number) {
    this.#facts = facts;
    this.#started = now;
  }

  /** The Dockerfile has been read. */
  parsed(file: Dockerfile): void {
    if (this.#file !== undefined) return;
    this.#file = file;
    this.#stages = stagesOf(file);
  }

  stage(index: number): StageDraft | undefined {
    return this.#stages[index];
  }

  /** An instruction of a stage, found by its lines; a trigger of the base image is put where it runs, behind FROM and earlier triggers. */
  step(index: number, instruction: StageInstruction, onBuild: boolean): StepDraft | undefined {
    const stage = this.#stages[index];
    if (stage === undefined) return undefined;
    if (onBuild) {
      const step = stepOf(instruction, index, this.#file?.stages ?? [], true);
      const at = stage.steps.findLastIndex((one, i) => i === 0 || one.onBuild);
      stage.steps.splice(at + 1, 0, step);
      return step;
    }
    return stage.steps.find((one) => !one.onBuild && one.lines.start === instruction.lines.start && one.text === instruction.source);
  }

  /** Which step a key stands for; several when they are the same. */
  link(key: object, step: StepDraft): void {
    this.#steps.set(key, [...(this.#steps.get(key) ?? []), step]);
  }

  /** A step leaves what `key` stands for, with this said of it; several may. */
  place(key: object, step: StepDraft, after: Omit<After, 'tree'>): void {
    this.#places.set(key, [...(this.#places.get(key) ?? []), { step, after }]);
  }

  /** What the key stands for is there: steps that add nothing to it are over too. */
  reached(key: object, tree: Tree): void {
    for (const { step, after } of this.#places.get(key) ?? []) {
      step.after = { ...after, tree };
      if (step.state === 'waiting') step.state = step.kind === 'FROM' ? 'base' : 'config';
    }
  }

  /** Notes things of the steps of a key. */
  set(key: object, change: Partial<StepDraft>): void {
    for (const step of this.#steps.get(key) ?? []) Object.assign(step, change);
  }

  began(key: object, because: Cause | undefined, now: number): void {
    for (const step of this.#steps.get(key) ?? []) {
      if (because !== undefined) step.because = because;
      this.#began.set(step, now);
    }
  }

  /** It is over, well or not. */
  ended(key: object, state: 'ran' | 'failed', now: number): void {
    for (const step of this.#steps.get(key) ?? []) {
      step.state = state;
      step.seconds = Math.max(0, now - (this.#began.get(step) ?? now));
    }
  }

  log(key: object, stream: 'stdout' | 'stderr', bytes: Uint8Array, now: number): void {
    const text = this.#decoder.decode(bytes);
    for (const step of this.#steps.get(key) ?? []) {
      const kept = step.logs.reduce((sum, one) => sum + one.text.length, 0);
      if (kept + text.length > OUTPUT) step.cut = true;
      else step.logs.push({ stream, text, at: Math.max(0, now - (this.#began.get(step) ?? now)) });
    }
  }

  /** The step at a line of the Dockerfile failed, or could not even begin. */
  failedAt(lines: readonly LineRange[], message: string): void {
    const line = lines[0]?.start;
    if (line === undefined) return;
    const step = this.#stages.flatMap(({ steps }) => steps).find((one) => !one.onBuild && one.lines.start <= line && line <= one.lines.end);
    if (step === undefined || step.state === 'cached' || step.state === 'ran') return;
    step.state = 'failed';
    step.error = message;
  }

  /** `builds` are those before, oldest first. */
  done(builds: readonly BuildTrace[], outcome: TraceOutcome, now: number): BuildTrace {
    const { dockerfilePath, dockerfileName, cwd } = this.#facts;
    tellWhatWas(this.#stages, buildBefore(builds, dockerfilePath, dockerfileName, cwd));
    for (const stage of this.#stages) for (const step of stage.steps) setExit(step);
    return {
      ...this.#facts,
      number: (builds.at(-1)?.number ?? 0) + 1,
      started: this.#started,
      ended: now,
      text: this.#file?.text ?? '',
      stages: this.#stages,
      ...(this.context === undefined ? {} : { context: this.context }),
      outcome,
    };
  }
}

function setExit(step: StepDraft): void {
  if (step.state !== 'failed') return;
  const code = /(?:exit code: |non-zero code: )(\d+)$/.exec(step.error ?? '')?.[1];
  if (code !== undefined) step.exit = Number(code);
}
