// Progress on this device: which exercises have passed, which questions were answered rightly.
// Knows ids and times. Refuses to know lessons, labs and components.
export {
  type Demands,
  isPassed,
  lessonProgress,
  mergeProgress,
  type Progress,
  progress,
  progressKey,
  readProgress,
  recordAnswer,
  recordPass,
  recordPlace,
  rewriteLog,
  settleExercise,
  subscribeProgress,
} from './store.ts';
export { useProgress } from './use-progress.ts';
