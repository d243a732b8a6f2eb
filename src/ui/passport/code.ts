// Progress as a short text that can be pasted: which exercises have passed and which questions are right, by short hashes of their ids.
// Attempts, times and variants are not in it: the file carries those.
import { fromBase64url, toBase64url } from '../keep/link/base64url.ts';
import type { Asked } from '../map/standing.ts';
import type { LessonProgress, Progress } from '../progress/store.ts';
import { BitReader, BitWriter, hash } from './bits.ts';
import { CarryError } from './trouble.ts';

const version = 'P1';
const day = 86_400_000;
/** Bits: days since 1970, a lesson's hash, how many follow, one of them. */
const width = { day: 16, lesson: 20, count: 7, item: 14, check: 24 };

export type Demand = Pick<Asked, 'id' | 'exercises' | 'questions'>;

export const lessonHash = (id: string): number => hash(id) >>> (32 - width.lesson);
/** `kind`: x for an exercise, q for a question. */
export const itemHash = (kind: 'x' | 'q', id: string): number => hash(`${kind}/${id}`) >>> (32 - width.item);

/** `P1…`, without spaces. */
export function writeCode(progress: Progress, now: number): string {
  const bits = new BitWriter();
  bits.add(Math.floor(now / day), width.day);
  for (const [id, { exercises, quiz }] of Object.entries(progress.lessons)) {
    const passed = Object.keys(exercises).filter((one) => exercises[one]?.passed);
    // The questions of an exercise come with it.
    const right = Object.keys(quiz).filter((one) => quiz[one]?.right && !one.includes('/'));
    const items = [...passed.map((one) => itemHash('x', one)), ...right.map((one) => itemHash('q', one))].slice(0, 127);
    if (items.length === 0) continue;
    bits.add(lessonHash(id), width.lesson);
    bits.add(items.length, width.count);
    for (const one of items) bits.add(one, width.item);
  }
  const body = toBase64url(bits.bytes());
  return `${version}${checkOf(body)}${body}`;
}

export interface ReadCode {
  readonly progress: Progress;
  /** Entries that this course does not have (any more). */
  readonly unknown: number;
}

/** Reads what `writeCode` wrote; spaces and line ends do not matter. Throws a CarryError. */
export function readCode(text: string, lessons: readonly Demand[]): ReadCode {
  const code = text.replace(/\s+/g, '');
  if (code === '') throw new CarryError('empty');
  const [, number, check, body = ''] = /^P(\d)([\w-]{4})([\w-]+)$/.exec(code) ?? [];
  if (number === undefined) throw new CarryError('foreign');
  if (number !== version.slice(1)) throw new CarryError('newer');
  const bytes = fromBase64url(body);
  if (bytes === undefined || checkOf(body) !== check) throw new CarryError('damaged');
  const bits = new BitReader(bytes);
  const at = (bits.take(width.day) ?? 0) * day;
  const known = new Map(lessons.map((one) => [lessonHash(one.id), one]));
  const found: Record<string, LessonProgress> = {};
  let unknown = 0;
  for (let name = bits.take(width.lesson); name !== undefined; name = bits.take(width.lesson)) {
    const count = bits.take(width.count);
    // What fills up the last byte.
    if (count === undefined || count === 0) break;
    const items = Array.from({ length: count }, () => bits.take(width.item));
    const lesson = known.get(name);
    const exercises = lesson?.exercises.filter(({ id }) => items.includes(itemHash('x', id))) ?? [];
    const quiz = lesson?.questions.filter((id) => items.includes(itemHash('q', id))) ?? [];
    unknown += count - exercises.length - quiz.length;
    if (!lesson) continue;
    found[lesson.id] = {
      exercises: Object.fromEntries(exercises.map(({ id }) => [id, { passed: true, at, commands: 0 }])),
      quiz: Object.fromEntries(quiz.map((id) => [id, { right: true, at }])),
    };
  }
  return { progress: { version: 1, lessons: found }, unknown };
}

/** Four characters. */
function checkOf(body: string): string {
  const bits = new BitWriter();
  bits.add(hash(`${version}${body}`) >>> (32 - width.check), width.check);
  return toBase64url(bits.bytes());
}

/** In groups, so that it can be read and breaks anywhere. */
export const grouped = (code: string): string => code.replace(/.{5}(?=.)/g, '$& ');
