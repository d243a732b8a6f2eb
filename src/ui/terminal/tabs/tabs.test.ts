import { expect, it } from 'vitest';
import { tabsOf } from './model.ts';

const view = (id: number, machine: string) => ({ id, machine, cwd: '/', prompt: '$ ', busy: false });

it('TRM-50 a tab is called as its machine, with a number from the second on; the first of a machine stays', () => {
  const tabs = tabsOf([view(0, 'node01'), view(1, 'node02'), view(4, 'node01')], new Set([4]), new Set([1]));
  expect(tabs.map(({ name, busy, unseen, closable }) => [name, busy, unseen, closable])).toEqual([
    ['node01', false, false, false],
    ['node02', true, false, false],
    ['node01 2', false, true, true],
  ]);
});
