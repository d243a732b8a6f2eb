import { expect, test } from 'vitest';
import { clockText } from './clock-text.ts';

test('CLK-9 the clock shows virtual time in UTC, whole seconds, and its hand stands at the second', () => {
  expect(clockText(1_767_225_600)).toEqual({ date: '2026-01-01', time: '00:00:00', hand: 0 });
  expect(clockText(1_767_225_600 + 3600 + 15.9)).toEqual({ date: '2026-01-01', time: '01:00:15', hand: 90 });
  expect(clockText(1_767_225_600 + 86_400 + 59)).toEqual({ date: '2026-01-02', time: '00:00:59', hand: 354 });
});
