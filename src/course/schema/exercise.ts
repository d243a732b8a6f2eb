// exercise.yaml: goals and traps as data. Each names a check of the grader, whose parameters the grader itself validates.
import { z } from 'zod';
import { conditionProblems } from '../../grader/index.ts';
import { id, localized } from './localized.ts';

const conditionFields = { check: z.string(), with: z.record(z.string(), z.unknown()).default({}) };

const checked = <T extends { check: string; with: Record<string, unknown> }>(condition: T, context: z.RefinementCtx<T>) => {
  for (const problem of conditionProblems(condition)) {
    context.addIssue({
      code: 'custom',
      path: problem.path.length > 0 ? ['with', ...problem.path] : ['check'],
      message: problem.message,
      input: problem.found,
    });
  }
};

const goal = z.strictObject({ id, say: localized, ...conditionFields }).superRefine(checked);
const when = z.strictObject({ not: z.boolean().default(false), ...conditionFields }).superRefine(checked);

/** A foreseen near-miss: shown while the exercise has not passed and every condition holds. */
const trap = z.strictObject({ id, say: localized, when: z.array(when).min(1) });

const exercise = z.strictObject({
  id,
  title: localized,
  task: localized,
  goals: z.array(goal).min(1),
  traps: z.array(trap).default([]),
  /** From a nudge to nearly the answer; they say where to look, never the command. */
  hints: z.array(localized).length(3),
  /** Lines put at the prompt one by one. The attempts prove them. */
  solution: z.strictObject({ files: z.record(z.string(), z.string()).default({}), run: z.array(z.string().min(1)).min(1) }),
});

export const exercises = z.strictObject({ exercises: z.array(exercise).min(1) });
export type Exercise = z.infer<typeof exercise>;
