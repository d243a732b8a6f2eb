import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { loadCourse } from '../../course/index.ts';
import { askedOf, outlineOf } from '../map/index.ts';
import { progress, readProgress, recordAnswer, recordPass } from '../progress/store.ts';
import { grouped, itemHash, lessonHash, readCode, writeCode } from './code.ts';
import { readProgressFile, writeProgress } from './file.ts';
import { forgetAll, takeOver } from './take-over.ts';
import { CarryError } from './trouble.ts';

const digest = async (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const course = askedOf(outlineOf(loadCourse('content'), 'en'));
const kept = new Map<string, string>();
beforeEach(() => {
  kept.clear();
  vi.stubGlobal('localStorage', {
    get length() {
      return kept.size;
    },
    key: (index: number) => [...kept.keys()][index] ?? null,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
  });
  return () => vi.unstubAllGlobals();
});

const lesson = course[0]!;
const some = () => {
  recordPass(lesson.id, lesson.exercises[0]!.id, { passed: true, at: 5, commands: 3, version: 'v', seed: 7, log: 's=1x' });
  recordAnswer(lesson.id, lesson.questions[0]!, { right: true, at: 6 });
  recordAnswer(lesson.id, lesson.questions[1]!, { right: false, at: 7 });
  return progress();
};
const trouble = async (what: () => unknown): Promise<string> => {
  try {
    await what();
  } catch (error) {
    if (error instanceof CarryError) return error.trouble;
    throw error;
  }
  return 'none';
};

describe('progress as a file', () => {
  it('PRG-20 is read as it was written', async () => {
    const now = some();
    expect(await readProgressFile(await writeProgress(now, digest, 0), digest)).toEqual(now);
  });
  it('PRG-21 is refused with its reason when it is damaged, changed, newer or something else', async () => {
    const text = await writeProgress(some(), digest, 0);
    const read = (one: string) => trouble(() => readProgressFile(one, digest));
    expect(await read(text.slice(0, -30))).toBe('damaged');
    expect(await read(text.replace('"commands":3', '"commands":1'))).toBe('damaged');
    expect(await read(text.replace('"version":1', '"version":2'))).toBe('newer');
    expect(await read('{"strata":"boxes"}')).toBe('foreign');
    expect(await read('hello')).toBe('foreign');
    expect(await read('')).toBe('empty');
    expect(await read(`"${' '.repeat(8_000_001)}`)).toBe('large');
  });
});

describe('progress as a code', () => {
  it('PRG-22 says what has passed and what is right; spaces do not matter', () => {
    const code = writeCode(some(), 20_000 * 86_400_000);
    expect(code.length).toBeLessThan(30);
    const { progress: read, unknown } = readCode(` ${grouped(code)}\n`, course);
    expect(unknown).toBe(0);
    expect(read.lessons).toEqual({
      [lesson.id]: {
        exercises: { [lesson.exercises[0]!.id]: { passed: true, at: 20_000 * 86_400_000, commands: 0 } },
        quiz: { [lesson.questions[0]!]: { right: true, at: 20_000 * 86_400_000 } },
      },
    });
  });
  it('PRG-22 the whole course fits into a code that can be mailed, and comes back whole', () => {
    const all = readProgress(
      JSON.stringify({
        lessons: Object.fromEntries(
          course.map(({ id, exercises, questions }) => [
            id,
            {
              exercises: Object.fromEntries(exercises.map((one) => [one.id, { passed: true, at: 0, commands: 0 }])),
              quiz: Object.fromEntries(questions.map((one) => [one, { right: true, at: 0 }])),
            },
          ]),
        ),
      }),
    );
    const code = writeCode(all, 0);
    expect(code.length).toBeLessThan(1800);
    expect(readCode(code, course)).toEqual({ progress: all, unknown: 0 });
  });
  it('PRG-22 no two lessons, and no two items of a lesson, look the same in a code', () => {
    expect(new Set(course.map(({ id }) => lessonHash(id))).size).toBe(course.length);
    for (const { exercises, questions } of course) {
      const hashes = [...exercises.map(({ id }) => itemHash('x', id)), ...questions.map((id) => itemHash('q', id))];
      expect(new Set(hashes).size).toBe(hashes.length);
    }
  });
  it('PRG-21 is refused with its reason; what the course no longer has is counted', async () => {
    const code = writeCode(some(), 0);
    const read = (one: string) => trouble(() => readCode(one, course));
    expect(await read(code.slice(0, -1))).toBe('damaged');
    expect(await read(code.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')))).toBe('damaged');
    expect(await read(code.replace('P1', 'P2'))).toBe('newer');
    expect(await read('Hello, world')).toBe('foreign');
    expect(await read(' ')).toBe('empty');
    expect(readCode(code, [])).toEqual({ progress: { version: 1, lessons: {} }, unknown: 2 });
  });
});

describe('taking over and forgetting', () => {
  it('PRG-23 joins, tells what is new, and can be undone; a refused one changes nothing', async () => {
    const file = await writeProgress(some(), digest, 0);
    kept.clear();
    recordPass(lesson.id, lesson.exercises[1]!.id, { passed: true, at: 1, commands: 1 });
    const own = progress();
    expect(await trouble(() => takeOver(file.slice(0, -9), course))).toBe('damaged');
    expect(progress()).toEqual(own);
    const taken = await takeOver(file, course);
    expect([taken.exercises, taken.questions]).toEqual([1, 1]);
    expect(Object.keys(progress().lessons[lesson.id]?.exercises ?? {})).toHaveLength(2);
    expect((await takeOver(file, course)).exercises).toBe(0);
    taken.undo();
    expect(progress()).toEqual(own);
  });
  it('PRG-24 forgetting takes progress and answers, and gives them back', () => {
    const own = some();
    kept.set('strata.quiz.q', '{"a":"b"}');
    kept.set('strata.appearance', '{}');
    const undo = forgetAll();
    expect(progress()).toEqual({ version: 1, lessons: {} });
    expect(kept.has('strata.quiz.q')).toBe(false);
    expect(kept.has('strata.appearance')).toBe(true);
    undo();
    expect(progress()).toEqual(own);
    expect(kept.get('strata.quiz.q')).toBe('{"a":"b"}');
  });
});
