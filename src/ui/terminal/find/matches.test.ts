import { expect, it } from 'vitest';
import { findAll, nearest } from './matches.ts';

const lines = ['FROM busybox', 'nothing', 'busybox and Busybox'];

it('TRM-22 search finds every place, without regard to case unless the text has capitals', () => {
  expect(findAll(lines, 'busybox').map(({ line, from }) => [line, from])).toEqual([
    [0, 5],
    [2, 0],
    [2, 12],
  ]);
  expect(findAll(lines, 'Busy')).toEqual([{ line: 2, from: 12, to: 16 }]);
  expect(findAll(lines, 'aa')).toEqual([]);
  expect(findAll(['aaaa'], 'aa')).toHaveLength(2);
  expect(findAll(lines, '')).toEqual([]);
});

it('TRM-22 search begins at what is in view and goes up', () => {
  const found = findAll(lines, 'busybox');
  expect([nearest(found, 1), nearest(found, 2), nearest([], 3)]).toEqual([0, 2, -1]);
});
