// The course's public face: content/ as typed lessons, exercises, quizzes and terms, or an error an author can act on.
// Knows schemas and the names of checks. Refuses to know the engine, the page and the prose inside the .mdx files.
export { type LessonCheck, lessonProblems, type Problem } from './check/lesson.ts';
export { openPlaces } from './check/places.ts';
export { hanCount, tagsOf, wordCount } from './check/prose.ts';
export { type Compared, type Difference, differences, partsOf, textFiles } from './check/translation.ts';
export {
  type Attempt,
  type Course,
  type Lesson,
  lessonFolders,
  loadBook,
  loadCourse,
  loadLesson,
  loadPlan,
  loadTerms,
  readLesson,
  withoutNumber,
} from './load.ts';
export { newLesson } from './new-lesson.ts';
export type { Path } from './place.ts';
export { ContentError, type Told } from './problems.ts';
export { lineIn } from './read-yaml.ts';
export type { Exercise } from './schema/exercise.ts';
export { type Predict, type Scene, type StartData, type StartOverride, withStart } from './schema/lesson.ts';
export type { Localized } from './schema/localized.ts';
export type { Plan, PlannedLesson } from './schema/plan.ts';
export type { ChoiceItem, Computed, Quiz, QuizItem } from './schema/quiz.ts';
export { substitute, type Values, valuesOf } from './variant.ts';
