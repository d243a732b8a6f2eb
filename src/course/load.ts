// content/ → a typed Course. Number prefixes of folders give the order and vanish from ids and addresses.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ContentError } from './problems.ts';
import { readYaml } from './read-yaml.ts';
import { type AttemptFacts, attempt } from './schema/attempt.ts';
import { type ChapterFacts, type CourseFacts, chapter, courseFacts, glossary, type Term } from './schema/book.ts';
import { type Exercise, exercises } from './schema/exercise.ts';
import { type LabFacts, labFacts } from './schema/lab.ts';
import { type LessonFacts, lesson } from './schema/lesson.ts';
import type { Localized } from './schema/localized.ts';
import { type Quiz, quiz } from './schema/quiz.ts';

export interface Attempt extends AttemptFacts {
  readonly name: string;
}

export interface Lesson extends LessonFacts {
  /** Folder relative to content/, e.g. `chapters/20-layers/10-layer-stack`. */
  readonly folder: string;
  readonly chapter: ChapterFacts;
  readonly moduleTitle: Localized;
  readonly exercises: readonly Exercise[];
  readonly quiz: Quiz;
  readonly attempts: readonly Attempt[];
}

export interface Course extends CourseFacts {
  readonly lessons: readonly Lesson[];
  readonly terms: ReadonlyMap<string, Term>;
  readonly labs: ReadonlyMap<string, LabFacts>;
}

/** Reads everything below `root` (the content folder). Throws ContentError at the first file with problems. */
export function loadCourse(root: string): Course {
  const facts = readYaml(root, 'course.yaml', courseFacts);
  const terms = loadTerms(root);
  const lessons = lessonFolders(root).map((folder) => loadLesson(root, folder, terms));
  const labs = new Map(
    readdirSync(join(root, 'labs'))
      .sort()
      .map((file) => readYaml(root, `labs/${file}`, labFacts))
      .map((lab) => [lab.id, lab]),
  );
  return { ...facts, lessons, terms, labs };
}

export function loadTerms(root: string): ReadonlyMap<string, Term> {
  return new Map(readYaml(root, 'glossary.yaml', glossary).terms.map((term) => [term.id, term]));
}

/** The folders of all lessons, in the order of the course: `chapters/20-layers/10-layer-stack`. */
export function lessonFolders(root: string): string[] {
  return folders(root, 'chapters').flatMap((chapterFolder) => folders(root, chapterFolder));
}

/** One lesson by its folder. Throws ContentError at the first of its files with problems. */
export function loadLesson(root: string, folder: string, terms: ReadonlyMap<string, Term>): Lesson {
  const chapterData = readYaml(root, `${folder.slice(0, folder.lastIndexOf('/'))}/chapter.yaml`, chapter);
  const data = readYaml(root, `${folder}/lesson.yaml`, lesson);
  const name = withoutNumber(folder.split('/').at(-1) ?? '');
  if (data.id !== name)
    throw new ContentError(`${folder}/lesson.yaml`, [`id: expected "${name}", the name of the folder, found "${data.id}"`]);
  const module = chapterData.modules.find((one) => one.id === data.module);
  if (!module)
    throw new ContentError(`${folder}/lesson.yaml`, [
      `module: expected one of ${chapterData.modules.map((one) => one.id).join(', ')}, found "${data.module}"`,
    ]);
  for (const term of [...data.teaches, ...data.assumes]) {
    if (!terms.has(term))
      throw new ContentError(`${folder}/lesson.yaml`, [`teaches, assumes: expected terms of glossary.yaml, found "${term}"`]);
  }
  for (const language of ['en.mdx', 'zh.mdx']) {
    if (!existsSync(join(root, folder, language)))
      throw new ContentError(`${folder}/${language}`, ['the file: expected it to exist, found nothing']);
  }
  const { exercises: list } = readYaml(root, `${folder}/exercise.yaml`, exercises);
  const attemptFiles = existsSync(join(root, folder, 'attempts')) ? readdirSync(join(root, folder, 'attempts')).sort() : [];
  const attempts = attemptFiles.map((file) => {
    const path = `${folder}/attempts/${file}`;
    const value = readYaml(root, path, attempt);
    const target = list.find((one) => one.id === value.exercise);
    if (!target)
      throw new ContentError(path, [`exercise: expected one of ${list.map((one) => one.id).join(', ')}, found "${value.exercise}"`]);
    return { ...value, name: file.replace(/\.yaml$/, '') };
  });
  return {
    ...data,
    folder,
    chapter: chapterData,
    moduleTitle: module.title,
    exercises: list,
    quiz: readYaml(root, `${folder}/quiz.yaml`, quiz),
    attempts,
  };
}

/** Sub-folders whose names begin with a number, in that order. */
function folders(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^\d+-/.test(entry.name))
    .map((entry) => `${folder}/${entry.name}`)
    .sort((a, b) => numberOf(a) - numberOf(b));
}

const numberOf = (folder: string) => Number.parseInt(folder.split('/').at(-1) ?? '', 10);

/** `10-layer-stack` → `layer-stack`. */
export function withoutNumber(name: string): string {
  return name.replace(/^\d+-/, '');
}
