// exercise.yaml: goals and traps as data. Each names a check of the grader, whose parameters the grader itself validates.
import { z } from 'zod';
import { conditionProblems } from '../../grader/index.ts';
import { firstValues, substitute, vary } from '../variant.ts';
import { startOverride } from './lesson.ts';
import { id, localized, uniqueIds } from './localized.ts';
import { item } from './quiz.ts';

const conditionFields = { check: z.string(), with: z.record(z.string(), z.unknown()).default({}) };

const goal = z.strictObject({
  id,
  say: localized,
  ...conditionFields,
  /** Why neither the task nor the goal's sentence tells what is asked for: the learner finds it out. For authors. */
  found: z.string().min(12).optional(),
});
const when = z.strictObject({ not: z.boolean().default(false), ...conditionFields });

/** A foreseen near-miss: shown while the exercise has not passed and every condition holds. */
const trap = z.strictObject({ id, say: localized, when: z.array(when).min(1) });

/** Lines put at the prompt one by one, after these files are written. The tests prove them. */
const solution = z.strictObject({
  /** What is special about this way, when there are several. */
  about: localized.optional(),
  files: z.record(z.string(), z.string()).default({}),
  run: z.array(z.string().min(1)).min(1),
  /** Lines that end with another code than 0, on purpose: the text of the line, and its exit code. */
  exits: z.record(z.string(), z.int()).default({}),
});

const exercise = z
  .strictObject({
    id,
    title: localized,
    task: localized,
    /** Values that differ from learner to learner; `@name@` stands for them everywhere below. */
    vary,
    /** The machines this exercise begins with; fields that are missing are the lesson's. */
    start: startOverride.optional(),
    goals: z.array(goal).default([]),
    traps: z.array(trap).default([]),
    /** Questions that belong to the exercise: sorting, matching, predicting. All must be right to pass. */
    questions: z.array(item).default([]),
    /** From a nudge to nearly the answer; they say where to look, never the command. */
    hints: z.array(localized).length(3),
    solutions: z.array(solution).default([]),
    /** Lines after which a solution counts as elegant; the shortest solution when it is missing. */
    par: z.int().positive().optional(),
  })
  .superRefine((value, context) => {
    if (value.goals.length + value.questions.length === 0)
      context.addIssue({ code: 'custom', path: ['goals'], message: 'expected at least one goal or one question' });
    if (value.goals.length > 0 && value.solutions.length === 0)
      context.addIssue({ code: 'custom', path: ['solutions'], message: 'expected at least one solution' });
    for (const field of ['goals', 'traps', 'questions'] as const) uniqueIds(value[field], context, field);
    const values = firstValues(value.vary);
    const check = (condition: { check: string; with: Record<string, unknown> }, path: (string | number)[]) => {
      for (const problem of conditionProblems(substitute(condition, values)))
        context.addIssue({
          code: 'custom',
          path: problem.path.length > 0 ? [...path, 'with', ...problem.path] : [...path, 'check'],
          message: problem.message,
          input: problem.found,
        });
    };
    value.goals.forEach((one, index) => {
      check(one, ['goals', index]);
    });
    value.traps.forEach((one, index) => {
      one.when.forEach((condition, at) => {
        check(condition, ['traps', index, 'when', at]);
      });
    });
  });

export const exercises = z
  .strictObject({ exercises: z.array(exercise).min(1) })
  .superRefine((value, context) => uniqueIds(value.exercises, context, 'exercises'));
export type Exercise = z.infer<typeof exercise>;
