// What the grader says of one attempt, computed while the site is built: the front page shows it as it would be said to a learner.
import type { Lesson, Localized } from '../../course/index.ts';
import { explain } from '../../grader/index.ts';
import { playAttempt } from './play.ts';

export interface Evidence {
  readonly trap: Localized;
  readonly wanted: Localized;
  readonly found: Localized;
  readonly command: number;
  readonly line: string;
}

/** The first unmet goal after an attempt that meets a trap, with the last command as its cause. */
export async function evidenceOf(lesson: Lesson, attemptName: string): Promise<Evidence> {
  const attempt = lesson.attempts.find((one) => one.name === attemptName);
  const exercise = lesson.exercises.find((one) => one.id === attempt?.exercise);
  if (!attempt || !exercise) throw new Error(`${lesson.folder}/attempts/${attemptName}.yaml: expected the file to exist`);
  const { verdict, turns } = await playAttempt(lesson, exercise, attempt);
  const unmet = verdict.goals.find((goal) => !goal.finding.ok);
  const goal = exercise.goals.find((one) => one.id === unmet?.id);
  const trap = exercise.traps.find((one) => one.id === verdict.trap);
  const last = turns.at(-1);
  if (!unmet || !goal || !trap || !last)
    throw new Error(`${lesson.folder}/attempts/${attemptName}.yaml: expected an attempt that fails with a trap`);
  return {
    trap: trap.say,
    wanted: goal.say,
    found: { en: explain(unmet.finding, 'en'), zh: explain(unmet.finding, 'zh') },
    command: last.number,
    line: last.line,
  };
}
