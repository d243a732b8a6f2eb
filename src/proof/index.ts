// Proof that a lesson holds: its files against one another and against the engine.
// Knows the course, the grader and the engine's port. Refuses to know the page, the tests and who asks.
export { type CheckContext, checkContext, checkFolder, proseOf } from './check.ts';
export { missProblem, nearMissesOf, SEEDS, setProblems, startPasses, type Way, wayProblem, waysOf } from './exercise.ts';
export { mutantProblem, provenProblems } from './lesson.ts';
export { type MutantReport, mutantReport } from './mutants.ts';
export { machineOf, type Played, playAttempt, type Tried, unmetOf, writeFiles } from './play.ts';
export { keyProblem } from './quiz.ts';
export { type Count, type CourseReport, courseReport } from './report.ts';
export { type Judged, loadSurvivors } from './survivors.ts';
export { transcriptOf } from './transcript.ts';
