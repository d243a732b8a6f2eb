// The course's public face: content/ as typed lessons, exercises, quizzes and terms, or an error an author can act on.
// Knows schemas and the names of checks. Refuses to know the engine, the page and the prose inside the .mdx files.
export { type Attempt, type Course, type Lesson, loadCourse, withoutNumber } from './load.ts';
export { ContentError } from './problems.ts';
export type { Exercise } from './schema/exercise.ts';
export type { Predict, Scene, StartData } from './schema/lesson.ts';
export type { Localized } from './schema/localized.ts';
export type { Quiz, QuizItem } from './schema/quiz.ts';
