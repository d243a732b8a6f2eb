import type { ByteString, Stat, Step } from '../../../../kernel/index.ts';

/** What find's tests see. */
export interface Found {
  readonly path: ByteString;
  readonly stat: Stat;
  /** 0 for a path of the command line. */
  readonly depth: number;
}

/** Whether it succeeded, and whether nothing below this directory is to be visited. */
export interface Answer {
  readonly good: boolean;
  readonly prune: boolean;
}
export const YES: Answer = { good: true, prune: false };
export const NO: Answer = { good: false, prune: false };
export type Action = (found: Found) => Step<Answer>;

/** Groups of actions: within a group all must succeed, and the first group that does ends the evaluation. An empty group ends it too. */
export type Expression = readonly (readonly Action[])[];

/** Evaluates an expression as busybox's exec_actions does. */
export function* evaluate(expression: Expression, found: Found): Step<Answer> {
  let prune = false;
  let good = true;
  for (const group of expression) {
    if (group.length === 0) break;
    good = true;
    for (const action of group) {
      const answer = yield* action(found);
      if (answer.prune) prune = true;
      if (!answer.good) {
        good = false;
        break;
      }
    }
    if (good) break;
  }
  return { good, prune };
}
