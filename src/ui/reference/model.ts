// What the reference pages show: every instruction and command with its lessons, from the engine's own records and the course.
import type { Course, Lesson } from '../../course/index.ts';

export interface LessonLink {
  readonly id: string;
  readonly kind: Lesson['kind'];
  readonly number: number;
  readonly title: Lesson['title'];
}

/** Lines of a lesson that a learner meets: offered, shown, and in solutions. */
function linesOf(lesson: Lesson, prose: string): string[] {
  return [
    ...[...prose.matchAll(/<Try line="([^"]+)"/g)].map(([, line]) => line ?? ''),
    ...lesson.scenes.flatMap((scene) => scene.run.filter(({ hidden }) => !hidden).map(({ run }) => run)),
    ...lesson.exercises.flatMap((exercise) => exercise.solutions.flatMap(({ run }) => run)),
  ];
}

/** Dockerfiles of a lesson, as text. */
function dockerfilesOf(lesson: Lesson): string[] {
  const files = [
    lesson.start.files,
    ...lesson.scenes.map((scene) => scene.files),
    ...lesson.exercises.flatMap((exercise) => [exercise.start?.files ?? {}, ...exercise.solutions.map((one) => one.files)]),
  ];
  return files.flatMap((one) =>
    Object.entries(one)
      .filter(([name]) => /dockerfile/i.test(name))
      .map(([, text]) => text),
  );
}

const linkOf = ({ id, kind, number, title }: Lesson): LessonLink => ({ id, kind, number, title });

/** Lessons in which a command occurs; `spellings` without `docker`, e.g. `image ls` and `images`. */
export function lessonsWithCommand(course: Course, proseOf: (lesson: Lesson) => string, spellings: readonly string[]): LessonLink[] {
  const found = spellings.map((one) => new RegExp(`(?:^|[^\\w-])docker ${one}(?![\\w-])`));
  return course.lessons
    .filter((lesson) => linesOf(lesson, proseOf(lesson)).some((line) => found.some((one) => one.test(line))))
    .map(linkOf);
}

/** Lessons whose Dockerfiles, or whose prose in code spans, use an instruction. */
export function lessonsWithInstruction(course: Course, proseOf: (lesson: Lesson) => string, name: string): LessonLink[] {
  const inFile = new RegExp(`^\\s*${name}\\s`, 'm');
  const inProse = new RegExp(`\`${name}[\` ]`);
  return course.lessons
    .filter((lesson) => dockerfilesOf(lesson).some((text) => inFile.test(text)) || inProse.test(proseOf(lesson)))
    .map(linkOf);
}

/** `image ls` → `image-ls`, the last part of its page's address. */
export const slugOf = (name: string): string => name.toLowerCase().replaceAll(' ', '-');
