// What verifying needs of every exercise: its start, its values and its goals. One file for the whole course, so that fetching it tells nobody
// whose certificate is looked at.
import type { Localized, QuizItem } from '../../course/index.ts';
import type { StartData } from '../../course/schema/lesson.ts';
import { valuesOf } from '../../course/values.ts';
import type { Locale } from '../../i18n/index.ts';
import { filledIn, type PageExercise, startOf, withSeed } from '../exercise/model.ts';

export interface Task extends Pick<PageExercise, 'lesson' | 'id' | 'version' | 'vary'> {
  readonly lessonTitle: Localized;
  readonly title: Localized;
  /** The lesson's start, and what the exercise has in its place; `@name@` stands in its texts. */
  readonly start: StartData;
  readonly own?: PageExercise['start'];
  readonly goals: readonly (Omit<PageExercise['goals'][number], 'say'> & { readonly say: Localized })[];
  /** Its questions with their keys; texts that no key needs are left out. */
  readonly questions: readonly QuizItem[];
}

/** One learner's exercise: values put in. */
export function taskWith(
  { start, own, questions, ...task }: Task,
  seed: number,
  locale: Locale,
): { readonly exercise: PageExercise; readonly start: StartData; readonly questions: readonly QuizItem[] } {
  const plain: PageExercise = {
    lesson: task.lesson,
    id: task.id,
    version: task.version,
    title: task.title[locale],
    vary: task.vary,
    ...(own === undefined ? {} : { start: own }),
    goals: task.goals.map((goal) => ({ ...goal, say: goal.say[locale] })),
    traps: [],
    solutions: [],
    questions: [],
    par: 1,
  };
  const exercise = withSeed(plain, seed);
  return { exercise, start: startOf(start, exercise), questions: filledIn([...questions], valuesOf(task.vary, seed, task.id)) };
}
