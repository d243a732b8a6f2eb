// Goals and facts in, a Verdict out. The verdict after the previous command gives memory: which command met or broke a goal.
import { unmet } from './check.ts';
import type { Condition, ExerciseGoals, Finding, GoalState, Verdict } from './finding.ts';
import { type GradeInput, inputOf } from './input/index.ts';
import { findCheck } from './registry.ts';

export interface GradeRequest {
  readonly exercise: ExerciseGoals;
  readonly input: GradeInput;
  /** The verdict after the command before; absent at the start. */
  readonly previous?: Verdict;
  /** The number of the command that is still at work, when this is not about one that has ended. */
  readonly turn?: number;
}

/** Pure and total for conditions that `conditionProblems` accepts; an unknown check throws, it never passes. */
export function grade({ exercise, input, previous, turn = input.turns.at(-1)?.number ?? 0 }: GradeRequest): Verdict {
  const goals = exercise.goals.map((goal): GoalState => {
    const finding = run(goal, input);
    const before = previous?.goals.find((one) => one.id === goal.id);
    if (finding.ok) return { id: goal.id, finding, since: before?.finding.ok && before.since !== undefined ? before.since : turn };
    if (before?.finding.ok) return { id: goal.id, finding, brokenBy: turn };
    return { id: goal.id, finding, ...(before?.brokenBy !== undefined ? { brokenBy: before.brokenBy } : {}) };
  });
  const passed = goals.every((goal) => goal.finding.ok);
  const trap = passed
    ? undefined
    : exercise.traps.find((one) => one.when.every((condition) => run(condition, input).ok !== (condition.not ?? false)));
  return { exercise: exercise.id, passed, goals, ...(trap ? { trap: trap.id } : {}) };
}

function run(condition: Condition, input: GradeInput): Finding {
  const check = findCheck(condition.check);
  if (!check) throw new Error(`no check is named ${condition.check}`);
  const { machine, ...params } = condition.with;
  if (typeof machine !== 'string') return check.run(input, params);
  const seen = inputOf(input, machine);
  return seen ? check.run(seen, params) : unmet('machine-missing', { machine });
}
