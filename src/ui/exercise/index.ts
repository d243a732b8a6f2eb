// Exercises on a lesson's page: their values, their machines' names and starts, their box in the text.
// Knows exercises as data, seeds and progress. Refuses to know the lab, the session and the engine.
export { ExerciseBar } from './ExerciseBar.tsx';
export { ExerciseQuestions } from './ExerciseQuestions.tsx';
