import type { StageDraft, StepDraft } from './skeleton.ts';
import type { BuildTrace, StageTrace } from './trace.ts';

/**
 * What an instruction was before is told from the last build of the same Dockerfile: the cache knows steps, not files, and would name one of
 * anybody's. An instruction that took nothing's place is new.
 */
export function tellWhatWas(stages: readonly StageDraft[], previous: BuildTrace | undefined): void {
  stages.forEach((stage, index) => {
    const old = (stage.name === '' ? undefined : previous?.stages.find(({ name }) => name === stage.name)) ?? previous?.stages[index];
    const replaced = replacements(stage, old);
    for (const step of stage.steps) {
      if (step.because?.kind !== 'instruction-changed') continue;
      const before = replaced.get(step);
      step.because = before === undefined ? { kind: 'first-build' } : { kind: 'instruction-changed', before, now: step.text };
    }
  });
}

/** The last build of the same Dockerfile. */
export function buildBefore(builds: readonly BuildTrace[], path: string | undefined, name: string, cwd: string): BuildTrace | undefined {
  return builds.findLast((one) => (path === undefined ? one.dockerfileName === name && one.cwd === cwd : one.dockerfilePath === path));
}

/** Instructions that are only in one of the two, the first of a kind for the first, and so on. */
function replacements(stage: StageDraft, old: StageTrace | undefined): Map<StepDraft, string> {
  const out = new Map<StepDraft, string>();
  const now = new Set(stage.steps.map(({ text }) => text));
  const were = new Set(old?.steps.map(({ text }) => text));
  const gone = (old?.steps ?? []).filter(({ text }) => !now.has(text));
  for (const step of stage.steps) {
    if (were.has(step.text)) continue;
    const at = gone.findIndex(({ kind }) => kind === step.kind);
    if (at >= 0) out.set(step, gone.splice(at, 1)[0]!.text);
  }
  return out;
}
