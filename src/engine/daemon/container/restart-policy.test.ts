import { expect, test } from 'vitest';
import { RestartManager } from './restart-policy.ts';

const policy = (Name: string, MaximumRetryCount = 0): { Name: string; MaximumRetryCount: number } => ({ Name, MaximumRetryCount });

test('RST-1 the pause doubles from 100 ms to a minute, and a steady run resets it', () => {
  const manager = new RestartManager();
  const always = policy('always');
  const delays = Array.from({ length: 12 }, () => manager.next(always, 1, 0.5));
  expect(delays.map((delay) => delay?.toFixed(1))).toEqual([
    '0.1',
    '0.2',
    '0.4',
    '0.8',
    '1.6',
    '3.2',
    '6.4',
    '12.8',
    '25.6',
    '51.2',
    '60.0',
    '60.0',
  ]);
  expect(manager.next(always, 1, 10)).toBe(0.1);
  expect(manager.next(always, 1, 9.9)).toBe(0.2);
});

test('RST-2 each policy restarts what it says', () => {
  expect(new RestartManager().next(policy('no'), 1, 0)).toBeUndefined();
  expect(new RestartManager().next(policy('always'), 0, 0)).toBe(0.1);
  expect(new RestartManager().next(policy('unless-stopped'), 0, 0)).toBe(0.1);
  expect(new RestartManager().next(policy('on-failure'), 0, 0)).toBeUndefined();
  const twice = new RestartManager();
  expect([1, 2, 3].map(() => twice.next(policy('on-failure', 2), 5, 0))).toEqual([0.1, 0.2, undefined]);
});

test('RST-3 what was stopped by hand is not restarted', () => {
  const manager = new RestartManager();
  manager.canceled = true;
  expect(manager.next(policy('always'), 1, 0)).toBeUndefined();
  const signaled = new RestartManager();
  signaled.byHand = true;
  expect(signaled.next(policy('unless-stopped'), 1, 0)).toBeUndefined();
  expect(signaled.next(policy('always'), 1, 0)).toBeGreaterThan(0);
});
