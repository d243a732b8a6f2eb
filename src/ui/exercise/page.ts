// An exercise as a lesson's page carries it: one language, its values not yet chosen. Made while the site is built.
import { hashOfPoints } from '../../course/fnv.ts';
import type { Exercise, Lesson } from '../../course/index.ts';
import { paramKind } from '../../grader/index.ts';
import type { Locale } from '../../i18n/index.ts';
import type { PageExercise } from './model.ts';

export function pageExercises(lesson: Lesson, locale: Locale): readonly PageExercise[] {
  return lesson.exercises.map((exercise) => pageExercise(lesson, exercise, locale));
}

export function pageExercise(lesson: Lesson, exercise: Exercise, locale: Locale): PageExercise {
  const { id, vary, start, goals, traps, solutions, questions, par } = exercise;
  return {
    lesson: lesson.id,
    id,
    version: versionOf(exercise),
    title: exercise.title[locale],
    vary,
    ...(start === undefined ? {} : { start: JSON.parse(JSON.stringify(start)) as NonNullable<PageExercise['start']> }),
    goals: goals.map((goal) => ({ id: goal.id, say: goal.say[locale], ...condition(goal) })),
    traps: traps.map((trap) => ({
      id: trap.id,
      say: trap.say[locale],
      when: trap.when.map((one) => ({ ...condition(one), ...(one.not ? { not: true } : {}) })),
    })),
    solutions: solutions.map(({ about, files, run }) => ({ ...(about ? { about: about[locale] } : {}), files, run })),
    questions: questions.map((one) => one.id),
    par: par ?? Math.min(...solutions.map(({ run }) => run.length), Number.POSITIVE_INFINITY),
  };
}

/** A number that varies stands as text; the page has to know which, because it does not know the checks. */
function condition({ check, with: params }: { readonly check: string; readonly with: Readonly<Record<string, unknown>> }) {
  const numbers = Object.keys(params).filter((name) => typeof params[name] === 'string' && paramKind(check, name) === 'number');
  return { check, with: params, ...(numbers.length > 0 ? { numbers } : {}) };
}

/** What a pass was of: another start, goal, value or answer makes another version; words may be mended. Ids stay, this does not. */
export function versionOf({ vary, start, goals, questions }: Exercise): string {
  const demands = JSON.stringify({ vary, start, goals, questions }, (key, value: unknown) =>
    key === 'found' || (typeof value === 'object' && value !== null && 'en' in value && 'zh' in value) ? undefined : value,
  );
  return hashOfPoints(demands).toString(36);
}
