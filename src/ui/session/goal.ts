// What the machines look like when an exercise is solved, and what of it is graded: fetched when somebody asks to see the goal.
// Knows the session's port and the grader. Refuses to know the engine, and to change the learner's machines.
import { type ExerciseGoals, type Subject, subjectsOf } from '../../grader/index.ts';
import { tryLine, type Way } from './ahead.ts';
import type { EngineSession } from './engine-session.ts';
import { writeFiles } from './start.ts';

/** Milliseconds that a way may take, its start not counted. */
const PATIENCE = 20_000;

export interface Goal {
  readonly session: EngineSession;
  /** What the goals are about. */
  readonly subjects: readonly Subject[];
}

/**
 * The machines after a way, from the very start of `session`, so that what both have from there is equal, ids included.
 * A line that fails is part of it. Rejects when it takes too long.
 */
export async function solved(
  session: EngineSession,
  cwd: string,
  exercise: ExerciseGoals,
  way: Way,
  clock: () => number = () => performance.now(),
): Promise<Goal> {
  const copy = await session.copy(session.timeline().points[0]?.number);
  const before = copy.facts();
  const until = clock() + PATIENCE;
  writeFiles(copy, cwd, way.files);
  for (const line of way.run) await tryLine(copy, line, () => clock() > until);
  return { session: copy, subjects: subjectsOf(exercise, { before, after: copy.facts(), turns: copy.turns() }) };
}
