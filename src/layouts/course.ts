// The course as pages see it: loaded once per build.
import { type Course, type Lesson, loadCourse, loadLesson } from '../course/index.ts';

let loaded: Course | undefined;

export function course(): Course {
  loaded ??= loadCourse(`${process.cwd()}/content`);
  return loaded;
}

let example: Lesson | undefined;

/** The lesson that shows authors every tag; it belongs to no track. */
export function exampleLesson(): Lesson {
  example ??= loadLesson(`${process.cwd()}/content`, 'examples/10-every-tag', course().terms);
  return example;
}
