import { expect, it } from 'vitest';
import { sentences } from './index.ts';

it('LES-167 a blank stands between English sentences, none between Chinese ones', () => {
  expect(sentences('en', 'All goals met.', 'Commands used: 3.')).toBe('All goals met. Commands used: 3.');
  expect(sentences('zh', '目标全部达成。', '用了 3 条命令。')).toBe('目标全部达成。用了 3 条命令。');
  expect(sentences('en', 'One.', undefined, false, '')).toBe('One.');
});
