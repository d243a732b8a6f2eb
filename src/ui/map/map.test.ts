import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadCourse } from '../../course/index.ts';
import { readProgress } from '../progress/index.ts';
import { arcsOf } from './arcs.ts';
import { directNeeds, needsOf, type Taught } from './needs.ts';
import { around, askedOf, kindsOf, outlineOf, sayKinds } from './outline.ts';
import { type Asked, recommended, standingOf } from './standing.ts';
import { duration, mapWords } from './words.ts';

const taught = (id: string, assumes: string[], teaches: string[], more: Partial<Taught> = {}): Taught => ({
  id,
  track: 't',
  capstone: false,
  assumes,
  teaches,
  ...more,
});
const asked = (id: string, needs: string[] = [], more: Partial<Asked> = {}): Asked => ({
  id,
  exercises: [{ id: 'x', version: 'v2' }],
  questions: ['q'],
  needs,
  ...more,
});
const passed = { passed: true, at: 1, commands: 1, version: 'v2' };
const right = { right: true, at: 1 };
const course = loadCourse('content');
const lessonsDone = (...ids: string[]) =>
  readProgress(JSON.stringify({ lessons: Object.fromEntries(ids.map((id) => [id, { exercises: { x: passed }, quiz: { q: right } }])) }));

describe('what a lesson builds on', () => {
  it('PRG-1 is the first lesson that teaches a term it assumes, never a later one', () => {
    const needs = needsOf([
      taught('a', ['z'], ['image']),
      taught('b', ['image'], ['layer', 'image']),
      taught('c', ['layer', 'image'], ['z']),
    ]);
    expect(Object.fromEntries(needs)).toEqual({ a: [], b: ['a'], c: ['a', 'b'] });
    expect(directNeeds(needs).get('c')).toEqual(['b']);
  });
  it('PRG-1 of a capstone is every lesson of its track', () => {
    const needs = needsOf([
      taught('a', [], ['p']),
      taught('b', [], []),
      taught('o', [], [], { track: 'other' }),
      taught('k', ['p'], [], { capstone: true }),
    ]);
    expect(needs.get('k')).toEqual(['a', 'b']);
  });
  it('PRG-1 holds in the course: needs point back, and all of them are lessons', () => {
    const lessons = outlineOf(course, 'en').flatMap((track) => track.lessons);
    const order = lessons.map(({ id }) => id);
    expect(new Set(order).size).toBe(order.length);
    for (const { id, needs } of lessons)
      for (const one of needs) expect([one, order.indexOf(one) < order.indexOf(id)]).toEqual([one, true]);
  });
  it('PRG-1 capstones stand at the end of their track', () => {
    for (const { id, lessons } of outlineOf(course, 'en')) {
      const kinds = lessons.map(({ capstone }) => capstone);
      expect([id, kinds]).toEqual([id, kinds.toSorted((a, b) => Number(a) - Number(b))]);
      for (const one of lessons.filter(({ capstone }) => capstone)) expect(one.needs.length).toBeGreaterThan(0);
    }
    expect(around(course, course.lessons[0]?.id ?? '')).not.toHaveProperty('before');
  });
});

describe('lessons and capstones', () => {
  const en = outlineOf(course, 'en');
  const zh = outlineOf(course, 'zh');
  it('PRG-6 are two counts: 38 lessons and 6 capstones', () => {
    expect(kindsOf(en.flatMap(({ lessons }) => lessons))).toEqual({ lessons: 38, capstones: 6 });
    // The README says the same.
    const exercises = en.reduce((sum, track) => sum + track.exercises, 0);
    expect(readFileSync(new URL('../../../README.md', import.meta.url), 'utf8')).toContain(
      `38 lessons in six tracks, ${exercises} exercises and 6 capstones`,
    );
    const building = ['en', 'zh'].map((locale) => (locale === 'en' ? en : zh).find(({ id }) => id === 'building')?.lessons ?? []);
    expect(sayKinds(building[0] ?? [], mapWords('en'))).toBe('12 lessons, 2 capstones');
    expect(sayKinds(building[1] ?? [], mapWords('zh'))).toBe('12 课、2 个综合练习');
    expect(sayKinds([{ capstone: false }], mapWords('en'))).toBe('1 lesson');
  });
  it('PRG-6 no capstone is called like a lesson, and no two have one label', () => {
    for (const tracks of [en, zh]) {
      const all = tracks.flatMap(({ lessons }) => lessons);
      for (const key of ['label', 'name'] as const) expect(new Set(all.map((one) => one[key])).size).toBe(all.length);
    }
    const named = (id: string) => [en, zh].map((tracks) => tracks.flatMap(({ lessons }) => lessons).find((one) => one.id === id));
    expect(named('black-box-to-recipe').map((one) => [one?.label, one?.name])).toEqual([
      ['C2', 'Capstone 2'],
      ['综2', '综合练习 2'],
    ]);
    expect(named('kernel-and-rootfs').map((one) => [one?.label, one?.name])).toEqual([
      ['2', 'Lesson 2'],
      ['2', '第 2 课'],
    ]);
  });
});

describe('how far someone is', () => {
  it('PRG-2 a lesson is done when all exercises have passed and all questions are right', () => {
    const half = readProgress(JSON.stringify({ lessons: { a: { exercises: { x: passed }, quiz: { q: { right: false, at: 1 } } } } }));
    expect(standingOf(asked('a'), half)).toEqual({ state: 'begun', passed: 1, right: 0, all: 2, changed: [] });
    expect(standingOf(asked('a'), lessonsDone('a')).state).toBe('done');
    expect(standingOf(asked('b'), lessonsDone('a')).state).toBe('new');
    expect(standingOf(asked('b'), { version: 1, lessons: {}, place: { lesson: 'b', section: 1, at: 5 } }).state).toBe('begun');
  });
  it('PRG-3 an exercise that has changed since it was passed counts, and is told', () => {
    const newer = asked('a', [], { exercises: [{ id: 'x', version: 'v3' }] });
    expect(standingOf(newer, lessonsDone('a'))).toMatchObject({ state: 'done', changed: ['x'] });
  });
  it('PRG-4 next is the first that is not done and whose needs are done', () => {
    const small = [asked('a'), asked('b', ['a']), asked('c'), asked('d', ['c'])];
    expect(recommended(small, lessonsDone())?.id).toBe('a');
    expect(recommended(small, lessonsDone('a'))?.id).toBe('b');
    expect(recommended([asked('b', ['a']), asked('c'), asked('a')], lessonsDone())?.id).toBe('c');
    expect(recommended(small, lessonsDone('a', 'b', 'c', 'd'))).toBeUndefined();
    expect(recommended([asked('d', ['elsewhere'])], lessonsDone())?.id).toBe('d');
  });
  it('PRG-2 every lesson of the course can be done', () => {
    for (const one of askedOf(outlineOf(course, 'zh'))) expect([one.id, one.exercises.length > 0]).toEqual([one.id, true]);
  });
});

describe('the picture', () => {
  it('PRG-5 lines that share rows have lanes of their own; lines to one lesson share theirs', () => {
    const rows = [
      { id: 'a', direct: [] },
      { id: 'b', direct: ['a'] },
      { id: 'c', direct: ['a', 'b'] },
      { id: 'd', direct: ['c'] },
    ];
    const arcs = arcsOf(rows);
    const lane = (from: number, to: number) => arcs.find((one) => one.from === from && one.to === to)?.lane;
    expect(arcs).toHaveLength(4);
    expect(lane(1, 0)).toBe(lane(2, 0));
    expect(lane(2, 1)).not.toBe(lane(2, 0));
  });
  it('PRG-5 lengths are told in hours and minutes', () => {
    expect([45, 120, 155].map((m) => duration(m, mapWords('en')))).toEqual(['45 min', '2 h', '2 h 35 min']);
    expect(duration(155, mapWords('zh'))).toBe('2 小时 35 分钟');
  });
});
