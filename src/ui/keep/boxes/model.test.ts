import { expect, it } from 'vitest';
import type { Box } from '../../session/storage.ts';
import { boxList, fullness, whenOf } from './model.ts';

const box = (id: string, created: number, kind: Box['kind'] = 'sandbox'): Box => ({
  id,
  title: '',
  kind,
  created,
  changed: created,
  commands: 1,
  bytes: 10,
});

it('KEP-10 sandboxes come first and keep their number; lessons and the front page stand apart', () => {
  const list = boxList([box('box-b', 30), box('lesson-x', 25, 'lesson'), box('box-a', 20), box('sandbox', 10)], [], 'box-a', 40);
  expect(list.sandboxes.map(({ id, number, here }) => [id, number, here])).toEqual([
    ['box-b', 3, false],
    ['box-a', 2, true],
    ['sandbox', 1, false],
  ]);
  expect(list.others.map(({ id }) => id)).toEqual(['lesson-x']);
  expect(list.bytes).toBe(40);
});

it('KEP-10 the sandbox in the page is listed before anything of it was kept; a lesson is not', () => {
  expect(boxList([], [], 'sandbox', 5).sandboxes).toMatchObject([{ id: 'sandbox', commands: 0, bytes: 0, here: true }]);
  expect(boxList([], [], 'lesson-x', 5).sandboxes).toEqual([]);
});

it('KEP-19 how full the device is, if the browser says so', () => {
  expect(fullness(5, 20)).toBe(0.25);
  expect(fullness(30, 20)).toBe(1);
  expect(fullness(undefined, 20)).toBeUndefined();
  expect(fullness(5, 0)).toBeUndefined();
});

it('KEP-10 a change is told by its time, its day or its date, in both languages', () => {
  const now = Date.UTC(2026, 10, 21, 13);
  const told = (time: number) => ['en', 'zh-CN'].map((language) => whenOf(time, now, language, 'UTC'));
  expect(told(Date.UTC(2026, 10, 21, 9, 5))).toEqual(['09:05', '09:05']);
  expect(told(Date.UTC(2026, 2, 3))).toEqual(['Mar 3', '3月3日']);
  expect(told(Date.UTC(2025, 2, 3))).toEqual(['Mar 3, 2025', '2025年3月3日']);
});
