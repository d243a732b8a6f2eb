// The grader's public face: goals as data and facts about a machine in, a Verdict with evidence out.
// Knows check names, facts and words. Refuses to know the engine, the command line and what was typed.
export type { Condition, Evidence, ExerciseGoals, Finding, Goal, GoalState, Localized, Trap, Verdict } from './finding.ts';
export { type GradeRequest, grade } from './grade.ts';
export type {
  ConfigFacts,
  ContainerFacts,
  EntryFacts,
  GradeInput,
  HistoryFacts,
  ImageFacts,
  LayerFacts,
  Snapshot,
  Turn,
} from './input.ts';
export { checkNames, conditionProblems } from './registry.ts';
export { explain } from './words.ts';
