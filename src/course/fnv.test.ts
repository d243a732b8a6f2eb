import { expect, test } from 'vitest';
import { hashOfPoints, hashOfUnits } from './fnv.ts';

// http://www.isthe.com/chongo/src/fnv/test_fnv.c
test.each([
  ['', 0x811c9dc5],
  ['a', 0xe40c292c],
  ['foobar', 0xbf9cf968],
])('the hash of %j is the one that its authors publish', (text, value) => {
  expect(hashOfUnits(text)).toBe(value);
  expect(hashOfPoints(text)).toBe(value);
});

test('units and points differ only beyond the Basic Multilingual Plane', () => {
  expect(hashOfPoints('层')).toBe(hashOfUnits('层'));
  expect(hashOfPoints('🐳')).not.toBe(hashOfUnits('🐳'));
});
