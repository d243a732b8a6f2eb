// Proof that a lesson holds: its files against one another and against the engine.
// Knows the course, the grader and the engine's port. Refuses to know the page, the tests and who asks.

export { machineOf } from '../ui/lesson/play.ts';
export { checkContext, checkFolder } from './check.ts';
export { missProblem, nearMissesOf, SEEDS, setProblems, startPasses, wayProblem, waysOf } from './exercise.ts';
export { type MutantReport, mutantReport } from './mutants.ts';
export { type PreviewGoal, type PreviewWay, previewOf } from './preview.ts';
export { keyProblem } from './quiz.ts';
export { courseReport } from './report.ts';
export { judgedOf, loadSurvivors } from './survivors.ts';
export { transcriptOf } from './transcript.ts';
export { confirmTranslations, translationReport } from './translations.ts';
