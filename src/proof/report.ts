// What there is of the course and what is missing, counted against plan.yaml.
import { hanCount, type Lesson, lessonFolders, lineIn, type Path, type Problem, readLesson, tagsOf, wordCount } from '../course/index.ts';
import { type CheckContext, proseOf } from './check.ts';

/** Something counted: how many the plan wants, how many are there, and what is missing. */
export interface Count {
  readonly what: string;
  readonly wanted: number;
  readonly found: number;
  readonly missing: readonly string[];
}

export interface CourseReport {
  readonly counts: readonly Count[];
  /** Ids and terms that are there more than once, and folders that cannot be read. */
  readonly wrong: readonly Problem[];
  /** Words of the English text, characters of the Chinese one. */
  readonly lengths: readonly { readonly lesson: string; readonly words: number; readonly han: number }[];
}

interface Place {
  readonly value: string;
  readonly file: string;
  readonly at: Path;
}

interface Read {
  readonly lesson: Lesson;
  readonly en: string;
  readonly zh: string;
}

export function courseReport({ root, plan, terms }: CheckContext): CourseReport {
  const wrong: Problem[] = [];
  const read: Read[] = lessonFolders(root).flatMap((folder) => {
    const { lesson, errors } = readLesson(root, folder, terms);
    wrong.push(...errors.map(({ file }) => ({ file, text: 'expected a file that can be read' })));
    return lesson ? [{ lesson, en: proseOf(root, folder, 'en'), zh: proseOf(root, folder, 'zh') }] : [];
  });
  const byId = new Map(read.map((one) => [one.lesson.id, one]));
  /** Every value once in the whole course; the second place is told, and the first named. */
  const once = (what: string, places: readonly Place[]) => {
    for (const [index, { value, file, at }] of places.entries()) {
      const first = places.slice(0, index).find((one) => one.value === value);
      if (!first) continue;
      const there = `line ${lineIn(root, first.file, first.at)} of ${first.file}`;
      wrong.push({ file, text: `line ${lineIn(root, file, at)}: ${what}: expected one of its own, found "${value}", which ${there} has` });
    }
  };
  const inLessons = (file: string, field: string, value: (lesson: Lesson) => string, lessons: readonly Read[] = read) =>
    once(
      `${field}`,
      lessons.map(({ lesson }) => ({ value: value(lesson), file: `${lesson.folder}/${file}`, at: [field] })),
    );
  inLessons('lesson.yaml', 'id', ({ id }) => id);
  inLessons(
    'lesson.yaml',
    'number',
    ({ number }) => String(number),
    read.filter(({ lesson }) => lesson.kind === 'lesson'),
  );
  inLessons('quiz.yaml', 'id', ({ quiz }) => quiz.id);
  for (const language of ['en', 'zh'] as const)
    once(
      'term',
      [...terms.values()].map((term) => ({ value: term[language].term, file: 'glossary.yaml', at: ['terms', term.id, language, 'term'] })),
    );
  return {
    counts: [
      count(
        'lessons',
        plan.lessons.map(({ id }) => id),
        (id) => byId.has(id),
      ),
      count(
        'lessons in Chinese',
        plan.lessons.map(({ id }) => id),
        (id) => hanCount(byId.get(id)?.zh ?? '') > 0,
      ),
      count('facts', facts(plan.lessons), (id) => read.some(({ en, zh }) => anchors(en).has(id) && anchors(zh).has(id))),
      count(
        'facts where the plan wants them',
        plan.lessons.flatMap((one) => one.facts.map((id) => `${one.id}/${id}`)),
        (name) => {
          const [lesson = '', id = ''] = name.split('/');
          const one = byId.get(lesson);
          return one !== undefined && anchors(one.en).has(id) && anchors(one.zh).has(id);
        },
      ),
      count(
        'exercises',
        plan.lessons.flatMap((one) => one.exercises.map((id) => `${one.id}/${id}`)),
        (name) => {
          const [lesson = '', id = ''] = name.split('/');
          return byId.get(lesson)?.lesson.exercises.some((exercise) => exercise.id === id) ?? false;
        },
      ),
      count(
        'quiz topics',
        plan.lessons.flatMap((one) => Array.from({ length: one.quizTopics }, (_, index) => `${one.id}/${index + 1}`)),
        (name) => {
          const [lesson = '', topic = ''] = name.split('/');
          return byId.get(lesson)?.lesson.quiz.items.some((item) => item.topic === Number(topic)) ?? false;
        },
      ),
      {
        what: 'quiz items',
        wanted: plan.lessons.reduce((sum, { quizTopics }) => sum + quizTopics, 0),
        found: read.reduce((sum, { lesson }) => sum + lesson.quiz.items.length, 0),
        missing: [],
      },
      count('proven myths', plan.proven, (id) => read.some(({ en, zh }) => isProven(en, id) && isProven(zh, id))),
      count('capstones', plan.capstones, (id) => byId.get(id)?.lesson.kind === 'capstone'),
    ],
    wrong,
    lengths: read.map(({ lesson, en, zh }) => ({ lesson: lesson.id, words: wordCount(en), han: hanCount(zh) })),
  };
}

function count(what: string, wanted: readonly string[], isThere: (id: string) => boolean): Count {
  const missing = wanted.filter((id) => !isThere(id));
  return { what, wanted: wanted.length, found: wanted.length - missing.length, missing };
}

const facts = (lessons: CheckContext['plan']['lessons']) => [...new Set(lessons.flatMap((one) => one.facts))].sort();
const anchors = (text: string) =>
  new Set(tagsOf(text).flatMap(({ name, attributes }) => (name === 'Fact' ? (attributes.id ?? '').split(' ') : [])));
const isProven = (text: string, id: string) =>
  tagsOf(text).some(({ name, attributes }) => name === 'Myth' && attributes.id === id && attributes.scene !== undefined);
