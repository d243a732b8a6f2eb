// The course as maps show it: tracks, modules, lessons, what each asks for and builds on. Made while the site is built, in one language.
import type { Course, Lesson } from '../../course/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { versionOf } from '../exercise/page.ts';
import { directNeeds, needsOf } from './needs.ts';
import type { Asked } from './standing.ts';
import { type MapWords, mapWords } from './words.ts';

export interface MapLesson extends Asked {
  readonly capstone: boolean;
  /** `6`, or `C2` for a capstone: they are counted by themselves. */
  readonly label: string;
  /** `Lesson 6`, `Capstone 2`. */
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  readonly level: Lesson['level'];
  readonly minutes: number;
  /** What `needs` keeps when it leaves out what follows from the rest. */
  readonly direct: readonly string[];
  /** The first lesson of a module. */
  readonly opens: boolean;
}

export interface MapModule {
  readonly id: string;
  readonly title: string;
  readonly lessons: readonly MapLesson[];
}

export interface Track {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly about: string;
  readonly minutes: number;
  readonly modules: readonly MapModule[];
  /** All of them in order, capstones last. */
  readonly lessons: readonly MapLesson[];
  /** Those of its lessons: a capstone's own is counted as the capstone. */
  readonly exercises: number;
  readonly questions: number;
}

/** A lesson's number as a place too narrow for its name shows it; a capstone's is one of its own. */
export const labelOf = ({ kind, number }: Pick<Lesson, 'kind' | 'number'>, t: MapWords): string =>
  kind === 'capstone' ? t('lesson.label.capstone', { n: number }) : String(number);

export const nameOf = ({ kind, number }: Pick<Lesson, 'kind' | 'number'>, t: MapWords): string =>
  t(kind === 'capstone' ? 'lesson.capstone' : 'lesson.number', { n: number });

/** How many lessons and capstones there are among some: two counts, a capstone is no lesson. */
export function kindsOf(lessons: readonly Pick<MapLesson, 'capstone'>[]): { readonly lessons: number; readonly capstones: number } {
  const capstones = lessons.filter(({ capstone }) => capstone).length;
  return { lessons: lessons.length - capstones, capstones };
}

/** `7 lessons`, `12 lessons, 2 capstones`. */
export function sayKinds(among: readonly Pick<MapLesson, 'capstone'>[], t: MapWords): string {
  const { lessons, capstones } = kindsOf(among);
  const one = t(lessons === 1 ? 'track.lessons.one' : 'track.lessons', { n: lessons });
  if (capstones === 0) return one;
  return t('track.kinds', { lessons: one, capstones: t(capstones === 1 ? 'track.capstones.one' : 'track.capstones', { n: capstones }) });
}

/** Lessons in the order of the course; a track's capstone after its lessons. */
export const ordered = (course: Course): readonly Lesson[] =>
  [...course.lessons].sort((a, b) => a.chapter.number - b.chapter.number || Number(a.kind === 'capstone') - Number(b.kind === 'capstone'));

export function outlineOf(course: Course, locale: Locale): readonly Track[] {
  const t = mapWords(locale);
  const lessons = ordered(course);
  const needs = needsOf(
    lessons.map(({ id, chapter, kind, teaches, assumes }) => ({ id, track: chapter.id, capstone: kind === 'capstone', teaches, assumes })),
  );
  const direct = directNeeds(needs);
  const chapters = [...new Map(lessons.map(({ chapter }) => [chapter.id, chapter])).values()];
  return chapters.map((chapter) => {
    const here = lessons.filter((one) => one.chapter.id === chapter.id);
    const told = here.map((lesson, index): MapLesson => {
      const capstone = lesson.kind === 'capstone';
      return {
        id: lesson.id,
        capstone,
        label: labelOf(lesson, t),
        name: nameOf(lesson, t),
        title: lesson.title[locale],
        summary: lesson.summary[locale],
        level: lesson.level,
        minutes: lesson.minutes,
        exercises: lesson.exercises.map((one) => ({ id: one.id, version: versionOf(one) })),
        questions: lesson.quiz.items.map(({ id }) => id),
        needs: needs.get(lesson.id) ?? [],
        direct: direct.get(lesson.id) ?? [],
        opens: index > 0 && (here[index - 1]?.module !== lesson.module || capstone),
      };
    });
    const sum = (count: (one: MapLesson) => number) => told.reduce((all, one) => all + count(one), 0);
    return {
      id: chapter.id,
      number: chapter.number,
      title: chapter.title[locale],
      about: chapter.about[locale],
      minutes: sum(({ minutes }) => minutes),
      modules: chapter.modules
        .map(({ id, title }) => ({
          id,
          title: title[locale],
          lessons: told.filter((one) => !one.capstone && here.some(({ id: lesson, module }) => lesson === one.id && module === id)),
        }))
        .filter((module) => module.lessons.length > 0),
      lessons: told,
      exercises: sum(({ capstone, exercises }) => (capstone ? 0 : exercises.length)),
      questions: sum(({ questions }) => questions.length),
    };
  });
}

/** What a page's script needs of it. */
export const askedOf = (tracks: readonly Track[]): readonly Asked[] =>
  tracks.flatMap(({ lessons }) => lessons.map(({ id, exercises, questions, needs }) => ({ id, exercises, questions, needs })));

/** The lessons before and after one. */
export function around(course: Course, id: string): { readonly before?: Lesson; readonly after?: Lesson } {
  const lessons = ordered(course);
  const at = lessons.findIndex((one) => one.id === id);
  const [before, after] = [lessons[at - 1], lessons[at + 1]];
  return { ...(before ? { before } : {}), ...(after ? { after } : {}) };
}
