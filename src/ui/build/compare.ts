// Which step of a build before is which step now.
import type { BuildStepView, BuildView } from '../session/view/index.ts';
import { keyOf } from './key.ts';

export interface Counterpart {
  readonly state: BuildStepView['state'];
  readonly diffID?: string;
  readonly size?: number;
  readonly seconds?: number;
  /** What the instruction was, when it was another. */
  readonly text?: string;
}

/** By key of the steps now: the step before that stands for the same. Steps without one are new. */
export function counterparts(now: BuildView, before: BuildView): Map<string, Counterpart> {
  const out = new Map<string, Counterpart>();
  now.stages.forEach((stage, index) => {
    const old = (stage.name === '' ? undefined : before.stages.find(({ name }) => name === stage.name)) ?? before.stages[index];
    for (const [n, o] of pairs(stage.steps, old?.steps ?? [])) {
      const step = stage.steps[n];
      const was = old?.steps[o];
      if (step !== undefined && was !== undefined) out.set(keyOf(index, n), counterpart(step, was));
    }
  });
  return out;
}

function counterpart(step: BuildStepView, was: BuildStepView): Counterpart {
  return {
    state: was.state,
    ...(was.layer === undefined ? {} : { diffID: was.layer.diffID, size: was.layer.size }),
    ...(was.seconds === undefined ? {} : { seconds: was.seconds }),
    ...(was.text === step.text ? {} : { text: was.text }),
  };
}

/** Pairs of indices: equal instructions in their longest common order, and between them others of the same kind. */
function pairs(now: readonly BuildStepView[], old: readonly BuildStepView[]): [number, number][] {
  const length = Array.from({ length: now.length + 1 }, () => new Array<number>(old.length + 1).fill(0));
  for (let i = now.length - 1; i >= 0; i--)
    for (let j = old.length - 1; j >= 0; j--)
      length[i]![j] = now[i]!.text === old[j]!.text ? length[i + 1]![j + 1]! + 1 : Math.max(length[i + 1]![j]!, length[i]![j + 1]!);
  const out: [number, number][] = [];
  const between = (from: readonly [number, number], to: readonly [number, number]): void => {
    let j = from[1];
    for (let i = from[0]; i < to[0]; i++) {
      const found = old.findIndex((step, at) => at >= j && at < to[1] && step.kind === now[i]!.kind);
      if (found < 0) continue;
      out.push([i, found]);
      j = found + 1;
    }
  };
  let last: [number, number] = [0, 0];
  for (let i = 0, j = 0; i < now.length && j < old.length; ) {
    if (now[i]!.text === old[j]!.text) {
      between(last, [i, j]);
      out.push([i, j]);
      i++;
      j++;
      last = [i, j];
    } else if (length[i + 1]![j]! >= length[i]![j + 1]!) i++;
    else j++;
  }
  between(last, [now.length, old.length]);
  return out;
}
