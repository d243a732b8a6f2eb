// Progress on this device: which exercises have passed, which questions were answered rightly.
// Knows ids and times. Refuses to know lessons, labs and components.
export {
  changeProgress,
  type Demands,
  type ExercisePass,
  isPassed,
  type LessonProgress,
  lessonProgress,
  mergeProgress,
  noProgress,
  type Place,
  type Progress,
  progress,
  progressKey,
  type QuizAnswer,
  readProgress,
  recordAnswer,
  recordPass,
  recordPlace,
  settleExercise,
  subscribeProgress,
} from './store.ts';
export { useProgress } from './use-progress.ts';
