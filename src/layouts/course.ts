// The course as pages see it: loaded once per build.
import { type Course, loadCourse } from '../course/index.ts';

let loaded: Course | undefined;

export function course(): Course {
  loaded ??= loadCourse(`${process.cwd()}/content`);
  return loaded;
}
