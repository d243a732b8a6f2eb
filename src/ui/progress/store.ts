// What was passed, on this device: one JSON text under `strata.progress`, keyed by immutable ids. Damage is read as far as it goes.
// Knows neither lessons nor components; whoever shows progress subscribes.

export const progressKey = 'strata.progress';

export interface ExercisePass {
  /** All goals met and all questions right. */
  readonly passed: boolean;
  /** Milliseconds since the epoch when it was first passed. */
  readonly at: number;
  /** Successful commands of the shortest way so far. */
  readonly commands: number;
  /** Its goals were met; it has passed once its questions are right too. */
  readonly goals?: boolean;
  /** Version of the exercise's content, and the seed of its values. */
  readonly version?: string;
  readonly seed?: number;
  /** The attempt that met the goals, without its start (exercise/attempt.ts). */
  readonly log?: string;
  /** What was answered to its questions when it passed, by item. */
  readonly answers?: Readonly<Record<string, readonly string[]>>;
}

export interface QuizAnswer {
  readonly right: boolean;
  readonly at: number;
  /** What was answered; answers kept by an older Strata lack it. */
  readonly given?: readonly string[];
}

export interface LessonProgress {
  readonly exercises: Readonly<Record<string, ExercisePass>>;
  /** By item; a question of an exercise is `exercise/item`. */
  readonly quiz: Readonly<Record<string, QuizAnswer>>;
}

/** Where someone stopped reading. */
export interface Place {
  readonly lesson: string;
  /** Number of its section, from 1; 0 above the first. */
  readonly section: number;
  /** The section's title, in the language it was read in. */
  readonly title?: string;
  readonly lang?: string;
  readonly at: number;
}

export interface Progress {
  readonly version: 1;
  readonly place?: Place;
  readonly lessons: Readonly<Record<string, LessonProgress>>;
}

export const noProgress: Progress = { version: 1, lessons: {} };
const noLesson: LessonProgress = { exercises: {}, quiz: {} };

type Fields = Readonly<Record<string, unknown>>;
const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
const isTime = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && value >= 0;

const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((one) => typeof one === 'string');

function passIn(value: unknown): ExercisePass | undefined {
  const { passed, at, commands, goals, version, seed, log, answers } = fieldsOf(value);
  const texts = mapped(answers, (one) => (isTexts(one) ? one : undefined));
  if (typeof passed !== 'boolean' || !isTime(at) || !isTime(commands)) return undefined;
  return {
    passed,
    at,
    commands,
    ...(goals === true ? { goals } : {}),
    ...(typeof version === 'string' ? { version } : {}),
    ...(isTime(seed) ? { seed } : {}),
    ...(typeof log === 'string' ? { log } : {}),
    ...(Object.keys(texts).length > 0 ? { answers: texts } : {}),
  };
}

function answerIn(value: unknown): QuizAnswer | undefined {
  const { right, at, given } = fieldsOf(value);
  if (typeof right !== 'boolean' || !isTime(at)) return undefined;
  return { right, at, ...(isTexts(given) ? { given } : {}) };
}

function placeIn(value: unknown): Place | undefined {
  const { lesson, section, title, lang, at } = fieldsOf(value);
  if (typeof lesson !== 'string' || !isTime(section) || !isTime(at)) return undefined;
  return { lesson, section, at, ...(typeof title === 'string' ? { title } : {}), ...(typeof lang === 'string' ? { lang } : {}) };
}

function mapped<T>(value: unknown, read: (one: unknown) => T | undefined): Record<string, T> {
  return Object.fromEntries(
    Object.entries(fieldsOf(value)).flatMap(([key, one]): [string, T][] => {
      const found = read(one);
      return found === undefined ? [] : [[key, found]];
    }),
  );
}

/** Reads what was kept; entries that make no sense are left out. */
export function readProgress(text: string | null): Progress {
  let value: unknown;
  try {
    value = JSON.parse(text ?? '{}');
  } catch {
    return noProgress;
  }
  const lessons = mapped(fieldsOf(value).lessons, (one) => ({
    exercises: mapped(fieldsOf(one).exercises, passIn),
    quiz: mapped(fieldsOf(one).quiz, answerIn),
  }));
  const place = placeIn(fieldsOf(value).place);
  return { version: 1, ...(place ? { place } : {}), lessons };
}

/** Both together: what was passed in either has passed, the first time and the shortest way count, the newest answer and place count. */
export function mergeProgress(a: Progress, b: Progress): Progress {
  const both = <T>(x: Readonly<Record<string, T>>, y: Readonly<Record<string, T>>, join: (p: T, q: T) => T): Record<string, T> => {
    const all: Record<string, T> = { ...x };
    for (const [key, one] of Object.entries(y)) {
      const other = all[key];
      all[key] = other === undefined ? one : join(other, one);
    }
    return all;
  };
  const lessons = both(a.lessons, b.lessons, (p, q) => ({
    exercises: both(p.exercises, q.exercises, mergePass),
    quiz: both(p.quiz, q.quiz, (x, y) => (y.at > x.at ? y : x)),
  }));
  const place = (b.place?.at ?? 0) > (a.place?.at ?? 0) ? b.place : a.place;
  return { version: 1, ...(place ? { place } : {}), lessons };
}

function mergePass(a: ExercisePass, b: ExercisePass): ExercisePass {
  if (a.passed !== b.passed) return a.passed ? a : b;
  if ((a.goals ?? false) !== (b.goals ?? false)) return a.goals ? a : b;
  // A pass of another version of the exercise is another matter: the newer one counts, with its own time.
  if (a.version !== undefined && b.version !== undefined && a.version !== b.version) return b.at >= a.at ? b : a;
  const answers = a.answers ?? b.answers;
  return { ...betterOf(a, b), at: Math.min(a.at, b.at), ...(answers === undefined ? {} : { answers }) };
}

/** One that can be replayed before one that cannot, then the shorter. */
function betterOf(a: ExercisePass, b: ExercisePass): ExercisePass {
  if ((a.log === undefined) !== (b.log === undefined)) return a.log === undefined ? b : a;
  return b.commands < a.commands ? b : a;
}

const listeners = new Set<(progress: Progress) => void>();
/** Lasts as long as the page where nothing may be kept. */
let spare = noProgress;
let heard = false;

function stored(): string | null | undefined {
  try {
    return localStorage.getItem(progressKey);
  } catch {
    return undefined;
  }
}

export function progress(): Progress {
  const text = stored();
  return text === undefined ? spare : mergeProgress(readProgress(text), spare);
}

/** Called at every change, in this tab or another. */
export function subscribeProgress(listener: (progress: Progress) => void): () => void {
  if (!heard && typeof window !== 'undefined') {
    heard = true;
    window.addEventListener('storage', ({ key }) => {
      if (key !== progressKey && key !== null) return;
      spare = noProgress;
      tell();
    });
  }
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

function tell(): void {
  const now = progress();
  for (const listener of listeners) listener(now);
}

/** Changes what is kept; reads anew before, so that two tabs do not undo each other. */
export function changeProgress(change: (progress: Progress) => Progress): void {
  const next = change(progress());
  try {
    localStorage.setItem(progressKey, JSON.stringify(next));
    spare = noProgress;
  } catch {
    spare = next;
  }
  tell();
}

export const lessonProgress = (lesson: string, of = progress()): LessonProgress => of.lessons[lesson] ?? noLesson;

export const isPassed = (lesson: string, exercise: string, of = progress()): boolean =>
  of.lessons[lesson]?.exercises[exercise]?.passed ?? false;

const inLesson = (of: Progress, lesson: string, change: (was: LessonProgress) => LessonProgress): Progress => ({
  ...of,
  lessons: { ...of.lessons, [lesson]: change(of.lessons[lesson] ?? noLesson) },
});

/** A question was answered; the newest answer counts. */
export function recordAnswer(
  lesson: string,
  item: string,
  { right, given, at = Date.now() }: Omit<QuizAnswer, 'at'> & { readonly at?: number },
): void {
  const answer = { right, at, ...(given === undefined ? {} : { given }) };
  changeProgress((was) => inLesson(was, lesson, (one) => ({ ...one, quiz: { ...one.quiz, [item]: answer } })));
}

/** The same attempt, written otherwise. */
export function rewriteLog(lesson: string, exercise: string, was: string, log: string): void {
  const pass = lessonProgress(lesson).exercises[exercise];
  if (pass?.log !== was) return;
  changeProgress((all) => inLesson(all, lesson, (one) => ({ ...one, exercises: { ...one.exercises, [exercise]: { ...pass, log } } })));
}

/** Someone reads here; the newest place counts. */
export function recordPlace(place: Place): void {
  changeProgress((was) => ({ ...was, place }));
}

/** An attempt at an exercise met its goals, or its questions are right. What was better before stays. */
export function recordPass(lesson: string, exercise: string, pass: ExercisePass): void {
  changeProgress((was) =>
    inLesson(was, lesson, (one) => {
      const before = one.exercises[exercise];
      return { ...one, exercises: { ...one.exercises, [exercise]: before === undefined ? pass : mergePass(before, pass) } };
    }),
  );
}

/** The content that a recorded pass belongs to. */
export interface Demands {
  readonly lesson: string;
  readonly exercise: string;
  readonly version: string;
  /** Whether it has goals, and the ids of its questions. */
  readonly goals: boolean;
  readonly questions: readonly string[];
}

/** After its goals or its questions changed: passes an exercise whose parts are all done. Answers whether it passed just now. */
export function settleExercise({ lesson, exercise, version, goals, questions }: Demands, at = Date.now()): boolean {
  const { exercises, quiz } = lessonProgress(lesson);
  const was = exercises[exercise];
  const own = questions.map((item) => [item, quiz[`${exercise}/${item}`]] as const);
  if (!own.every(([, answer]) => answer?.right) || (goals && !was?.goals)) return false;
  const given = own.flatMap(([item, answer]) => (answer?.given ? [[item, answer.given] as const] : []));
  const answers = given.length > 0 && given.length === own.length ? { answers: Object.fromEntries(given) } : {};
  if (was?.passed) {
    // A pass that an older Strata kept without its answers gets them.
    if (was.answers === undefined && was.version === version && 'answers' in answers) recordPass(lesson, exercise, { ...was, ...answers });
    return false;
  }
  recordPass(lesson, exercise, { commands: 0, version, ...was, ...answers, passed: true, at });
  return true;
}
