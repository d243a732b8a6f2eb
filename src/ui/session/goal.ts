// What the machines look like when an exercise is solved, and what of it is graded: fetched when somebody asks to see the goal.
// Knows the session's port and the grader. Refuses to know the engine, and to change the learner's machines.
import { type ExerciseGoals, type Subject, subjectsOf } from '../../grader/index.ts';
import { tryLine, type Way } from './ahead.ts';
import type { EngineSession, EngineSessionFactory } from './engine-session.ts';
import type { StartState } from './protocol.ts';
import { begin, machinesOf, writeFiles } from './start.ts';

/** Milliseconds that a way may take, its start not counted. */
const PATIENCE = 20_000;

export interface Goal {
  readonly session: EngineSession;
  /** What the goals are about. */
  readonly subjects: readonly Subject[];
}

/** The machines after a way, from the very start; a line that fails is part of it. Rejects when it takes too long. */
export async function solved(
  factory: EngineSessionFactory,
  start: StartState,
  exercise: ExerciseGoals,
  way: Way,
  clock: () => number = () => performance.now(),
): Promise<Goal> {
  const session = factory.create(machinesOf(start));
  await begin(session, start);
  const before = session.facts();
  const until = clock() + PATIENCE;
  writeFiles(session, start.cwd, way.files);
  for (const line of way.run) await tryLine(session, line, () => clock() > until);
  return { session, subjects: subjectsOf(exercise, { before, after: session.facts(), turns: session.turns() }) };
}
