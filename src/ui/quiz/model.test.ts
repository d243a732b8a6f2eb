import { describe, expect, it } from 'vitest';
import type { ChoiceItem } from '../../course/index.ts';
import { judge } from './model.ts';

const say = { en: 'x', zh: 'x' };
const item: ChoiceItem = {
  id: 'q',
  kind: 'multiple',
  ask: say,
  options: ['a', 'b', 'c'].map((id) => ({ id, say, why: say })),
  answer: ['a', 'c'],
};

describe('quiz', () => {
  it('LES-7 is right only when exactly the ids of the key are chosen, in any order', () => {
    expect(judge(item, ['c', 'a']).right).toBe(true);
    expect(judge(item, ['a']).right).toBe(false);
    expect(judge(item, ['a', 'b', 'c']).right).toBe(false);
  });
  it('LES-8 tells right, wrong, missed and plain options apart', () => {
    expect(judge(item, ['a', 'b']).states).toEqual({ a: 'right', b: 'wrong', c: 'missed' });
    expect(judge({ ...item, answer: ['a'] }, ['a']).states).toEqual({ a: 'right', b: 'plain', c: 'plain' });
  });
});
