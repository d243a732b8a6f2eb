import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  isPassed,
  lessonProgress,
  mergeProgress,
  progress,
  progressKey,
  readProgress,
  recordAnswer,
  recordPass,
  recordPlace,
  rewriteLog,
  settleExercise,
  subscribeProgress,
} from './index.ts';

const kept = new Map<string, string>();
beforeEach(() => {
  kept.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
  });
  return () => vi.unstubAllGlobals();
});

const demands = { lesson: 'l', exercise: 'x', version: 'v1', goals: true, questions: ['q'] };

describe('progress', () => {
  it('LES-110 an exercise has passed when its goals were met and its questions are right, in any order', () => {
    const told: boolean[] = [];
    const stop = subscribeProgress((now) => told.push(isPassed('l', 'x', now)));
    recordPass('l', 'x', { passed: false, goals: true, at: 5, commands: 4, version: 'v1', seed: 7, log: 's=1abc' });
    expect(settleExercise(demands, 6)).toBe(false);
    recordAnswer('l', 'x/q', { right: false, at: 6 });
    expect(settleExercise(demands, 6)).toBe(false);
    recordAnswer('l', 'x/q', { right: true, at: 7 });
    expect(settleExercise(demands, 8)).toBe(true);
    expect(settleExercise(demands, 9)).toBe(false);
    stop();
    expect(JSON.parse(kept.get(progressKey) ?? '')).toEqual({
      version: 1,
      lessons: {
        l: {
          exercises: { x: { passed: true, goals: true, at: 8, commands: 4, version: 'v1', seed: 7, log: 's=1abc' } },
          quiz: { 'x/q': { right: true, at: 7 } },
        },
      },
    });
    expect(told).toEqual([false, false, false, true]);
  });

  it('LES-110 questions alone pass an exercise without goals', () => {
    recordAnswer('l', 'x/q', { right: true, at: 1 });
    expect(settleExercise({ ...demands, goals: false }, 2)).toBe(true);
    expect(isPassed('l', 'x')).toBe(true);
  });

  it('PRG-39 a pass holds the answers it passed with; a later wrong answer does not change it, and an older pass gets them', () => {
    const paper = { ...demands, goals: false };
    recordAnswer('l', 'x/q', { right: true, given: ['b'], at: 1 });
    settleExercise(paper, 2);
    recordAnswer('l', 'x/q', { right: false, given: ['a'], at: 3 });
    settleExercise(paper, 4);
    expect(lessonProgress('l').exercises.x?.answers).toEqual({ q: ['b'] });
    expect(readProgress(kept.get(progressKey) ?? null).lessons.l?.exercises.x?.answers).toEqual({ q: ['b'] });
    recordPass('m', 'x', { passed: true, at: 1, commands: 0, version: paper.version });
    recordAnswer('m', 'x/q', { right: true, given: ['b'], at: 2 });
    expect(settleExercise({ ...paper, lesson: 'm' })).toBe(false);
    expect(lessonProgress('m').exercises.x).toMatchObject({ at: 1, answers: { q: ['b'] } });
  });
  it('PRG-38 an attempt is rewritten only where it is still the same', () => {
    recordPass('l', 'y', { passed: true, at: 1, commands: 1, log: 's=1old' });
    rewriteLog('l', 'y', 's=1other', 'a=1no');
    rewriteLog('l', 'y', 's=1old', 'a=1new');
    expect(lessonProgress('l').exercises.y?.log).toBe('a=1new');
  });
  it('LES-111 damaged entries are left out, the others stay', () => {
    const good = { passed: true, at: 1, commands: 2 };
    const text = JSON.stringify({ lessons: { a: { exercises: { x: good, y: { passed: 'yes' } }, quiz: [] }, b: 5 } });
    expect(readProgress(text).lessons).toEqual({ a: { exercises: { x: good }, quiz: {} }, b: { exercises: {}, quiz: {} } });
    expect(readProgress('{"lessons":').lessons).toEqual({});
    kept.set(progressKey, 'no json');
    recordAnswer('a', 'i', { right: true, at: 3 });
    expect(lessonProgress('a').quiz).toEqual({ i: { right: true, at: 3 } });
  });

  it('LES-112 two devices together: a pass in either, the first time, the shortest way, the newest answer', () => {
    const at = (pass: object, right: boolean, time: number) =>
      readProgress(JSON.stringify({ lessons: { l: { exercises: { x: pass }, quiz: { q: { right, at: time } } } } }));
    const long = { passed: true, at: 1, commands: 9, log: 'long' };
    const short = { passed: true, at: 5, commands: 3, log: 'short' };
    const both = mergeProgress(at(long, true, 1), at(short, false, 2)).lessons.l;
    expect(both).toEqual({ exercises: { x: { ...short, at: 1 } }, quiz: { q: { right: false, at: 2 } } });
    const open = { passed: false, at: 0, commands: 1, goals: true };
    expect(mergeProgress(at(open, true, 1), at(long, true, 1)).lessons.l?.exercises.x).toEqual(long);
  });

  it('PRG-10 a pass that can be replayed is kept before a shorter one that cannot; a pass of a newer version replaces an older one', () => {
    const at = (pass: object) => readProgress(JSON.stringify({ lessons: { l: { exercises: { x: pass }, quiz: {} } } }));
    const logged = { passed: true, at: 9, commands: 9, version: 'v1', log: 'l' };
    const bare = { passed: true, at: 5, commands: 0 };
    const join = (a: object, b: object) => mergeProgress(at(a), at(b)).lessons.l?.exercises.x;
    expect(join(logged, bare)).toEqual({ ...logged, at: 5 });
    expect(join(bare, logged)).toEqual({ ...logged, at: 5 });
    const newer = { passed: true, at: 20, commands: 12, version: 'v2' };
    expect([join(logged, newer), join(newer, logged)]).toEqual([newer, newer]);
  });

  it('PRG-11 the place where somebody stopped last is kept', () => {
    recordPlace({ lesson: 'l', section: 2, title: 'T', lang: 'en', at: 5 });
    expect(progress().place).toEqual({ lesson: 'l', section: 2, title: 'T', lang: 'en', at: 5 });
    const other = readProgress('{"place":{"lesson":"m","section":0,"at":9},"lessons":{}}');
    expect(mergeProgress(progress(), other).place?.lesson).toBe('m');
    expect(mergeProgress(other, progress()).place?.lesson).toBe('m');
    expect(readProgress('{"place":{"lesson":5}}').place).toBeUndefined();
  });

  it('LES-113 where nothing may be kept, progress lasts as long as the page', () => {
    vi.stubGlobal('localStorage', {
      getItem: () => {
        throw new Error('denied');
      },
      setItem: () => {
        throw new Error('denied');
      },
    });
    recordPass('m', 'x', { passed: true, at: 1, commands: 2 });
    expect(isPassed('m', 'x')).toBe(true);
    expect(progress().lessons.m?.exercises.x?.commands).toBe(2);
  });
});
