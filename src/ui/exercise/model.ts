// One learner's exercise on a page: its values put in, its machine's name and start, who passed. Plain data; knows no component.
import type { StartData, StartOverride } from '../../course/schema/lesson.ts';
import { type Choices, fillText, type Values, valuesOf } from '../../course/values.ts';
import type { ExerciseGoals } from '../../grader/index.ts';

interface PageCondition {
  readonly check: string;
  readonly with: Readonly<Record<string, unknown>>;
  readonly not?: boolean;
  /** Parameters that are numbers once their values are put in. */
  readonly numbers?: readonly string[];
}

export interface Solution {
  readonly about?: string;
  readonly files: Readonly<Record<string, string>>;
  readonly run: readonly string[];
}

/** `@name@` stands in all texts. */
export interface PageExercise {
  readonly lesson: string;
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly vary: Choices;
  readonly start?: StartOverride;
  readonly goals: readonly (PageCondition & { readonly id: string; readonly say: string })[];
  readonly traps: readonly { readonly id: string; readonly say: string; readonly when: readonly PageCondition[] }[];
  readonly solutions: readonly Solution[];
  /** Ids of its questions. */
  readonly questions: readonly string[];
  /** Commands after which a way counts as elegant. */
  readonly par: number;
}

/** The exercise with the values of a seed. */
export function withSeed(exercise: PageExercise, seed: number): PageExercise {
  return filled(exercise, valuesOf(exercise.vary, seed, exercise.id));
}

/** Puts values into every text, keys included; the choices themselves stay. */
export function filled(exercise: PageExercise, values: Values): PageExercise {
  if (Object.keys(values).length === 0) return exercise;
  const { vary, ...rest } = exercise;
  return { ...(walk(rest, values) as Omit<PageExercise, 'vary'>), vary };
}

/** Puts values into every text below `value`. */
export const filledIn = <T>(value: T, values: Values): T => walk(value, values) as T;

function walk(value: unknown, values: Values): unknown {
  if (typeof value === 'string') return fillText(value, values);
  if (Array.isArray(value)) return value.map((one) => walk(one, values));
  if (value === null || typeof value !== 'object') return value;
  const fields = Object.fromEntries(Object.entries(value).map(([key, one]) => [fillText(key, values), walk(one, values)]));
  const { numbers, with: params } = fields as { numbers?: readonly string[]; with?: Record<string, unknown> };
  if (Array.isArray(numbers) && params) for (const name of numbers) params[name] = Number(params[name]);
  return fields;
}

/** As the grader takes it: words stay on the page. */
export function goalsOf({ id, goals, traps }: PageExercise): ExerciseGoals {
  const none = { en: '', zh: '' };
  return {
    id,
    goals: goals.map((goal) => ({ id: goal.id, say: none, check: goal.check, with: goal.with })),
    traps: traps.map((trap) => ({ id: trap.id, say: none, when: trap.when })),
  };
}

/** The machines an exercise begins with: a field of its own replaces the lesson's. */
export const startOf = (lesson: StartData, { start }: PageExercise): StartData => ({ ...lesson, ...start }) as StartData;

/** What an exercise's machine is kept under: immutable ids, and the seed when it chooses values. */
export const machineId = ({ lesson, id, vary }: PageExercise, seed: number): string =>
  `lesson-${lesson}/exercise-${id}${seed === 0 || Object.keys(vary).length === 0 ? '' : `~${seed}`}`;

/** A seed after `seed` that gives this exercise other values. */
export function nextSeed({ vary, id }: PageExercise, seed: number): number {
  const now = JSON.stringify(valuesOf(vary, seed, id));
  for (let next = seed + 1; next < seed + 100; next++) if (JSON.stringify(valuesOf(vary, next, id)) !== now) return next;
  return seed + 1;
}
