// The lessons that are there, and how they are played: the same code that tells authors what is wrong.
import { type Lesson, lessonFolders, loadCourse, readLesson } from '../src/course/index.ts';
import { checkContext } from '../src/proof/index.ts';

export const contentRoot = new URL('../content', import.meta.url).pathname;
export const context = checkContext(contentRoot);
export const { plan } = context;
export const folders = lessonFolders(contentRoot);
export const survivorsFile = new URL('survivors.yaml', import.meta.url).pathname;
export const loadWhole = () => loadCourse(contentRoot);

/** Lessons as rows of a table of tests; a folder that cannot be read is a failure of prose.test.ts. */
export const lessons: readonly (readonly [id: string, lesson: Lesson])[] = folders.flatMap((folder) => {
  const { lesson } = readLesson(contentRoot, folder, context.terms);
  return lesson ? [[lesson.id, lesson] as const] : [];
});
