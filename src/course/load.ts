// content/ → a typed Course. Number prefixes of folders give the order and vanish from ids and addresses.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Path } from './place.ts';
import { ContentError } from './problems.ts';
import { lineIn, readYaml } from './read-yaml.ts';
import { type AttemptFacts, attempt } from './schema/attempt.ts';
import { type ChapterFacts, type CourseFacts, chapter, courseFacts, glossary, type Term } from './schema/book.ts';
import { type Exercise, exercises } from './schema/exercise.ts';
import { type LabFacts, labFacts } from './schema/lab.ts';
import { type LessonFacts, lesson } from './schema/lesson.ts';
import type { Localized } from './schema/localized.ts';
import { type Plan, plan } from './schema/plan.ts';
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

/** What the course must hold; a course without a plan has an empty one. */
export const loadPlan = (root: string): Plan =>
  existsSync(join(root, 'plan.yaml')) ? readYaml(root, 'plan.yaml', plan) : { lessons: [], proven: [], capstones: [] };

/** The errors of the files that belong to no lesson. */
export function loadBook(root: string): readonly ContentError[] {
  const labs = existsSync(join(root, 'labs')) ? readdirSync(join(root, 'labs')).sort() : [];
  const files: readonly (() => unknown)[] = [
    () => readYaml(root, 'course.yaml', courseFacts),
    () => loadTerms(root),
    () => loadPlan(root),
    ...labs.map((file) => () => readYaml(root, `labs/${file}`, labFacts)),
  ];
  return files.flatMap((read) => {
    try {
      read();
      return [];
    } catch (error) {
      if (error instanceof ContentError) return [error];
      throw error;
    }
  });
}

/** The folders of all lessons, in the order of the course: `chapters/20-layers/10-layer-stack`. */
export function lessonFolders(root: string): string[] {
  if (!existsSync(join(root, 'chapters'))) return [];
  return folders(root, 'chapters').flatMap((chapterFolder) => folders(root, chapterFolder));
}

/** One lesson by its folder. Throws ContentError at the first of its files with problems. */
export function loadLesson(root: string, folder: string, terms: ReadonlyMap<string, Term>): Lesson {
  const { lesson: whole, errors } = readLesson(root, folder, terms);
  if (!whole) throw errors[0];
  return whole;
}

/** One lesson and the errors of all of its files; there is no lesson when there is an error. */
export function readLesson(
  root: string,
  folder: string,
  terms: ReadonlyMap<string, Term>,
): { readonly lesson?: Lesson; readonly errors: readonly ContentError[] } {
  const errors: ContentError[] = [];
  const read = <S extends z.ZodType>(file: string, schema: S): z.infer<S> | undefined => {
    try {
      return readYaml(root, file, schema);
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
      errors.push(error);
      return undefined;
    }
  };
  const wrong = (file: string, problem: string, at?: Path) =>
    errors.push(new ContentError(file, [at ? `line ${lineIn(root, file, at)}: ${problem}` : problem]));
  const chapterData = read(`${folder.slice(0, folder.lastIndexOf('/'))}/chapter.yaml`, chapter);
  const data = read(`${folder}/lesson.yaml`, lesson);
  const name = withoutNumber(folder.split('/').at(-1) ?? '');
  const module = chapterData?.modules.find((one) => one.id === data?.module);
  if (data) {
    const file = `${folder}/lesson.yaml`;
    if (data.id !== name) wrong(file, `id: expected "${name}", the name of the folder, found "${data.id}"`, ['id']);
    if (chapterData && !module)
      wrong(file, `module: expected one of ${chapterData.modules.map((one) => one.id).join(', ')}, found "${data.module}"`, ['module']);
    for (const field of ['teaches', 'assumes'] as const)
      for (const [index, term] of data[field].entries())
        if (!terms.has(term)) wrong(file, `${field}: expected terms of glossary.yaml, found "${term}"`, [field, index]);
  }
  for (const language of ['en.mdx', 'zh.mdx'])
    if (!existsSync(join(root, folder, language))) wrong(`${folder}/${language}`, 'the file: expected it to exist, found nothing');
  const list = read(`${folder}/exercise.yaml`, exercises)?.exercises;
  const attempts = attemptFiles(root, folder).flatMap((file): Attempt[] => {
    const value = read(file, attempt);
    if (!value) return [];
    if (list && !list.some((one) => one.id === value.exercise))
      wrong(file, `exercise: expected one of ${list.map((one) => one.id).join(', ')}, found "${value.exercise}"`, ['exercise']);
    return [{ ...value, name: file.replace(/^.*\/|\.yaml$/g, '') }];
  });
  const items = read(`${folder}/quiz.yaml`, quiz);
  if (errors.length > 0 || !data || !chapterData || !module || !list || !items) return { errors };
  return { lesson: { ...data, folder, chapter: chapterData, moduleTitle: module.title, exercises: list, quiz: items, attempts }, errors };
}

function attemptFiles(root: string, folder: string): string[] {
  const path = `${folder}/attempts`;
  return existsSync(join(root, path))
    ? readdirSync(join(root, path))
        .filter((file) => file.endsWith('.yaml'))
        .sort()
        .map((file) => `${path}/${file}`)
    : [];
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
