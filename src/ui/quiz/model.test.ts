import { describe, expect, it } from 'vitest';
import type { QuizItem } from '../../course/index.ts';
import { fitting, isComplete, judge, retained, scoreOf } from './model.ts';

const say = { en: 'x', zh: 'x' };
const common = { id: 'q', ask: say };
const multiple: QuizItem = {
  ...common,
  kind: 'multiple',
  options: ['a', 'b', 'c'].map((id) => ({ id, say, why: say })),
  answer: ['a', 'c'],
};
const order: QuizItem = { ...common, kind: 'order', lines: ['a', 'b', 'c'].map((id) => ({ id, say })), why: say };
const match: QuizItem = {
  ...common,
  kind: 'match',
  bins: ['x', 'y'].map((id) => ({ id, say })),
  rows: [
    { id: 'one', say, bin: 'x', why: say },
    { id: 'two', say, bin: 'y', why: say },
  ],
};
const fill: QuizItem = { ...common, kind: 'fill', accept: ['WORKDIR'], ignoreCase: false, why: say };

describe('judging', () => {
  it('LES-7 is right only when exactly the ids of the key are chosen, in any order', () => {
    expect(judge(multiple, ['c', 'a']).right).toBe(true);
    expect(judge(multiple, ['a']).right).toBe(false);
    expect(judge(multiple, ['a', 'b', 'c']).right).toBe(false);
  });
  it('LES-8 tells right, wrong, missed and plain options apart', () => {
    expect(judge(multiple, ['a', 'b']).states).toEqual({ a: 'right', b: 'wrong', c: 'missed' });
    expect(judge({ ...multiple, kind: 'single', answer: ['a'] }, ['a']).states).toEqual({ a: 'right', b: 'plain', c: 'plain' });
  });
  it('QUZ-1 lines in an order are right place by place', () => {
    expect(judge(order, ['a', 'b', 'c']).right).toBe(true);
    expect(judge(order, ['b', 'a', 'c'])).toEqual({ right: false, states: { a: 'wrong', b: 'wrong', c: 'right' } });
  });
  it('QUZ-2 rows are right row by row, in whatever order they were chosen', () => {
    expect(judge(match, ['two=y', 'one=x']).right).toBe(true);
    expect(judge(match, ['one=y', 'two=y'])).toEqual({ right: false, states: { one: 'wrong', two: 'right' } });
    expect(isComplete(match, ['one=x'])).toBe(false);
  });
  it('QUZ-3 typed text is compared without outer blanks; case counts unless the item says otherwise', () => {
    expect(judge(fill, ['  WORKDIR ']).right).toBe(true);
    expect(judge(fill, ['workdir']).right).toBe(false);
    expect(judge({ ...fill, ignoreCase: true }, ['workdir']).right).toBe(true);
    expect(isComplete(fill, ['  '])).toBe(false);
  });
  it('QUZ-14 answering again keeps right rows, the order and what was typed, and no choice', () => {
    expect(retained(match, ['one=y', 'two=y'])).toEqual(['two=y']);
    expect(retained(order, ['b', 'a', 'c'])).toEqual(['b', 'a', 'c']);
    expect(retained(fill, ['WORKDR'])).toEqual(['WORKDR']);
    expect(retained(multiple, ['a'])).toEqual([]);
  });
  it('QUZ-8 a kept answer that no longer fits its item is left out', () => {
    expect(fitting(multiple, ['a'])).toEqual(['a']);
    expect(fitting(multiple, ['gone'])).toBeUndefined();
    expect(fitting(multiple, 'a')).toBeUndefined();
    expect(fitting(order, ['a', 'b'])).toBeUndefined();
    expect(fitting(order, ['a', 'a', 'b'])).toBeUndefined();
    expect(fitting(match, ['one=x'])).toBeUndefined();
  });
  it('QUZ-9 a quiz has passed at 80 % of all its items', () => {
    const items = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ ...fill, id }));
    const rights = { a: true, b: true, c: true, d: true };
    expect(scoreOf(items, rights)).toMatchObject({ right: 4, done: false, passed: true, missed: [] });
    expect(scoreOf(items, { ...rights, e: false })).toMatchObject({ right: 4, all: 5, done: true, passed: true, missed: ['e'] });
    expect(scoreOf(items, { ...rights, d: false, e: false })).toMatchObject({ done: true, passed: false, missed: ['d', 'e'] });
  });
});
