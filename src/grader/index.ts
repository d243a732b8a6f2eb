// The grader's public face: goals as data and facts about a machine in, a Verdict with evidence out.
// Knows check names, facts and words. Refuses to know the engine, the command line and what was typed.
export type { ExerciseGoals, GoalState, Verdict } from './finding.ts';
export { grade } from './grade.ts';
export type { ConfigFacts, ContainerFacts, EntryFacts, GradeInput, ImageFacts, LayerFacts, Snapshot, Turn } from './input/index.ts';
export { checkNames, conditionProblems, paramKind } from './registry.ts';
export { explain } from './words.ts';
