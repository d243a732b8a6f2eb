// Every exercise: its start fails, its solutions pass, its near-misses fail as foreseen.
import type { Attempt, Exercise, Lesson, Told } from '../course/index.ts';
import { explain, type Verdict } from '../grader/index.ts';
import { type Played, playAttempt, type Tried, unmetOf } from '../ui/lesson/play.ts';

/** Learners get other values; these many of them are tried. */
export const SEEDS = [0, 1, 2, 3, 4] as const;

/** A way that must pass: a solution that learners can see, or an attempt that expects to. */
export interface Way extends Tried {
  readonly name: string;
  /** Its place among the solutions, from 0; of an attempt its file. */
  readonly number: number;
  readonly file?: string;
}

export function waysOf(lesson: Lesson, exercise: Exercise): readonly Way[] {
  const shown = exercise.solutions.map((one, index) => ({ ...one, name: `solution ${index + 1}`, number: index }));
  const others = lesson.attempts.filter((one) => one.exercise === exercise.id && one.expect === 'pass');
  return [
    ...shown,
    ...others.map((one, number) => ({ ...one, name: `attempts/${one.name}.yaml`, number, file: `attempts/${one.name}.yaml` })),
  ];
}

export const nearMissesOf = (lesson: Lesson, exercise: Exercise): readonly Attempt[] =>
  lesson.attempts.filter((one) => one.exercise === exercise.id && one.expect !== 'pass');

/** What an exercise lacks without playing it; places are below the exercise, or in a file of its own. */
export function setProblems(lesson: Lesson, exercise: Exercise): readonly Told[] {
  if (exercise.goals.length === 0) return [];
  const misses = nearMissesOf(lesson, exercise);
  const traps = exercise.traps.map(({ id }) => id);
  const goals = exercise.goals.map(({ id }) => id);
  const spoken = misses.flatMap(({ expect }) => (expect === 'pass' ? [] : (expect.trap ?? [])));
  return [
    ...(misses.length > 0 ? [] : [{ text: 'attempts: expected at least one near-miss' }]),
    ...traps
      .filter((id) => !spoken.includes(id))
      .map((id) => ({ text: `traps: expected an attempt that meets ${id}, found none`, at: ['traps', id] })),
    ...misses.flatMap(({ name, expect }): Told[] => {
      if (expect === 'pass') return [];
      const [file, { trap, unmet }] = [`attempts/${name}.yaml`, expect];
      const has = traps.join(', ') || 'it has none';
      return [
        ...(trap === undefined || traps.includes(trap)
          ? []
          : [{ file, text: `expect.trap: expected a trap of the exercise (${has}), found ${trap}`, at: ['expect', 'trap'] }]),
        ...unmet
          .filter((id) => !goals.includes(id))
          .map((id) => ({
            file,
            text: `expect.unmet: expected goals of the exercise (${goals.join(', ')}), found ${id}`,
            at: ['expect', 'unmet'],
          })),
      ];
    }),
  ];
}

export const startPasses = async (lesson: Lesson, exercise: Exercise): Promise<boolean> =>
  (await playAttempt(lesson, exercise)).verdict.passed;

/** What is wrong with a way that must pass; undefined when it passes. */
export const wayProblem = async (lesson: Lesson, exercise: Exercise, way: Way, seed = 0): Promise<string | undefined> =>
  judgeWay(await playAttempt(lesson, exercise, way, seed), way, seed);

/** The same of one that has been played. */
export function judgeWay(played: Played, way: Way, seed = 0): string | undefined {
  const label = seed === 0 ? way.name : `${way.name}, seed ${seed}`;
  if (played.failed.length > 0)
    return `${label}: expected exit code 0 (or what \`exits\` says): ${played.failed.join(', ')}\n${tail(played)}`;
  return played.verdict.passed ? undefined : `${label}: expected every goal met\n${found(played.verdict)}\n${tail(played)}`;
}

/** What is wrong with a near-miss; undefined when exactly its goals are unmet and its trap speaks. */
export const missProblem = async (lesson: Lesson, exercise: Exercise, miss: Attempt): Promise<string | undefined> =>
  judgeMiss(await playAttempt(lesson, exercise, miss), exercise, miss);

/** The same of one that has been played. */
export function judgeMiss(played: Played, exercise: Exercise, miss: Attempt): string | undefined {
  if (miss.expect === 'pass') throw new Error(`${miss.name} is no near-miss`);
  if (played.failed.length > 0) return `run: expected exit code 0 (or what \`exits\` says): ${played.failed.join(', ')}\n${tail(played)}`;
  const unmet = unmetOf(played.verdict);
  if (
    unmet.join() !==
    exercise.goals
      .map(({ id }) => id)
      .filter((id) => (miss.expect as { unmet: string[] }).unmet.includes(id))
      .join()
  )
    return `expect.unmet: expected [${miss.expect.unmet.join(', ')}], found [${unmet.join(', ')}]\n${found(played.verdict)}\n${tail(played)}`;
  if (played.verdict.trap !== miss.expect.trap)
    return `expect.trap: expected ${miss.expect.trap ?? 'none'}, found ${played.verdict.trap ?? 'none'}\n${tail(played)}`;
  return undefined;
}

const found = (verdict: Verdict) =>
  verdict.goals
    .filter((goal) => !goal.finding.ok)
    .map((goal) => `  ${goal.id}: ${explain(goal.finding, 'en')}`)
    .join('\n');
const tail = ({ transcript }: Played) =>
  transcript
    .trimEnd()
    .split('\n')
    .slice(-30)
    .map((line) => `  | ${line}`)
    .join('\n');
