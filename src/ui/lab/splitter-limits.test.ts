import { expect, it } from 'vitest';
import { limitsOf } from './splitter-limits.ts';

it('LAB-40 panes keep what they need wherever the splitter goes', () => {
  const [min, max] = limitsOf({ whole: 800, room: 700, least: 180, otherLeast: 200 });
  expect((min * 800) / 100).toBeCloseTo(180);
  expect((max * 800) / 100).toBeCloseTo(500);
});

it('LAB-40 where both do not fit, they share as they need', () => {
  const [min, max] = limitsOf({ whole: 300, room: 190, least: 180, otherLeast: 200 });
  expect((min * 300) / 100).toBeCloseTo(90);
  expect(max).toBeCloseTo(min);
});

it('LAB-40 before anything is laid out there is room for both', () => {
  expect(limitsOf({ whole: 0, room: 0, least: 180, otherLeast: 200 })).toEqual([10, 90]);
});
