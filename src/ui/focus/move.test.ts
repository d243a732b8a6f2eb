import { expect, test } from 'vitest';
import { placeAfter } from './move.ts';

test.each([
  ['ArrowDown', 0, 1],
  ['ArrowDown', 2, 0],
  ['ArrowUp', 1, 0],
  ['ArrowUp', 0, 2],
  ['Home', 2, 0],
  ['End', 0, 2],
  // Where none has the focus yet.
  ['ArrowDown', -1, 0],
  ['ArrowUp', -1, 2],
  ['a', 1, undefined],
])('%s from %i of three leads to %s', (key, at, to) => {
  expect(placeAfter(key, at, 3)).toBe(to);
});

test('nothing leads anywhere in an empty list', () => {
  expect(placeAfter('End', -1, 0)).toBeUndefined();
});
