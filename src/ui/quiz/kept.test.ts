import { describe, expect, it } from 'vitest';
import type { QuizItem } from '../../course/index.ts';
import { lessonProgress } from '../progress/index.ts';
import { keepAnswers, readAnswers, tellProgress } from './kept.ts';

const say = { en: 'x', zh: 'x' };
const item = (id: string): QuizItem => ({
  id,
  kind: 'single',
  ask: say,
  options: ['a', 'b'].map((one) => ({ id: one, say, why: say })),
  answer: ['a'],
});
const storage = () => {
  const kept = new Map<string, string>();
  return { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) };
};

describe('kept answers', () => {
  it('QUZ-8 are read back, item by item', () => {
    const device = storage();
    keepAnswers(device, 'layers', { one: ['a'], two: ['b'] });
    expect(readAnswers(device, 'layers', [item('one'), item('two'), item('three')])).toEqual({ one: ['a'], two: ['b'] });
    expect(readAnswers(device, 'other', [item('one')])).toEqual({});
  });
  it('QUZ-8 damage leaves the quiz open', () => {
    const device = storage();
    device.setItem('strata.quiz.layers', '{"one":["a"],"two":7');
    expect(readAnswers(device, 'layers', [item('one')])).toEqual({});
    device.setItem('strata.quiz.layers', '{"one":7,"two":["a"]}');
    expect(readAnswers(device, 'layers', [item('one'), item('two')])).toEqual({ two: ['a'] });
  });
  it('QUZ-10 answers from before progress was kept count there, and what progress knows stays', () => {
    const items = [item('one'), item('two')];
    tellProgress('lesson-a', items, { one: ['a'], two: ['b'] }, (id) => id);
    expect(lessonProgress('lesson-a').quiz).toMatchObject({ one: { right: true }, two: { right: false } });
    tellProgress('lesson-a', items, { two: ['a'] }, (id) => id);
    expect(lessonProgress('lesson-a').quiz.two?.right).toBe(false);
  });
});
