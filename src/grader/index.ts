// The grader's public face: goals as data and facts about a machine in, a Verdict with evidence out.
// Knows check names, facts and words. Refuses to know the engine, the command line and what was typed.
export type { ExerciseGoals, GoalState, Verdict } from './finding.ts';
export { grade } from './grade.ts';
export type {
  ArchiveFacts,
  BuildFacts,
  ConfigFacts,
  ContainerFacts,
  EntryFacts,
  GradeInput,
  HostFacts,
  ImageFacts,
  LayerFacts,
  MachineFacts,
  ManifestFacts,
  MountFacts,
  NetworkFacts,
  PortFacts,
  ProcessFacts,
  PushFacts,
  RegistriesFacts,
  RunFacts,
  Snapshot,
  StepFacts,
  Turn,
  VolumeFacts,
} from './input/index.ts';
export { emptyMachine } from './input/index.ts';
export { checkDocs, checkNames, conditionProblems, paramKind } from './registry.ts';
export { type Subject, type SubjectKind, subjectsOf } from './subjects/index.ts';
export { explain } from './words.ts';
