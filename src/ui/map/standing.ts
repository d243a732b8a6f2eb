// How far someone is: done, begun, recommended next, changed since it was passed. Pure: a course's demands and progress in, words nowhere.
import type { Progress } from '../progress/index.ts';

/** What a lesson asks for. */
export interface Asked {
  readonly id: string;
  readonly exercises: readonly { readonly id: string; readonly version: string }[];
  /** Items of its quiz. */
  readonly questions: readonly string[];
  /** Lessons it builds on. */
  readonly needs: readonly string[];
}

export interface Standing {
  readonly state: 'new' | 'begun' | 'done';
  /** Exercises passed, questions answered rightly, and how many of both there are. */
  readonly passed: number;
  readonly right: number;
  readonly all: number;
  /** Exercises that were passed in another version. They count. */
  readonly changed: readonly string[];
}

/** A lesson is done when every exercise has passed and the newest answer to every question is right. */
export function standingOf({ id, exercises, questions }: Asked, progress: Progress): Standing {
  const { exercises: passes = {}, quiz = {} } = progress.lessons[id] ?? {};
  const done = exercises.filter((one) => passes[one.id]?.passed);
  const passed = done.length;
  const right = questions.filter((one) => quiz[one]?.right).length;
  const all = exercises.length + questions.length;
  const begun = Object.keys(passes).length + Object.keys(quiz).length > 0 || progress.place?.lesson === id;
  return {
    state: all > 0 && passed + right === all ? 'done' : begun ? 'begun' : 'new',
    passed,
    right,
    all,
    changed: done
      .filter((one) => {
        const { version } = passes[one.id] ?? {};
        return version !== undefined && version !== one.version;
      })
      .map((one) => one.id),
  };
}

/** The first lesson that is not done although all it builds on is; undefined when everything is done. */
export function recommended<T extends Asked>(lessons: readonly T[], progress: Progress): T | undefined {
  const done = new Set(lessons.filter((one) => standingOf(one, progress).state === 'done').map(({ id }) => id));
  const known = new Set(lessons.map(({ id }) => id));
  const open = lessons.filter(({ id }) => !done.has(id));
  return open.find(({ needs }) => needs.every((id) => done.has(id) || !known.has(id))) ?? open[0];
}
