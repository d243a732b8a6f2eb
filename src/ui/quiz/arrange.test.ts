import { describe, expect, it } from 'vitest';
import type { QuizItem } from '../../course/index.ts';
import { arranged, moved } from './arrange.ts';

const say = (en: string) => ({ en, zh: en });
const choice = (texts: readonly string[]): QuizItem => ({
  id: 'q',
  kind: 'single',
  ask: say('?'),
  options: texts.map((text, index) => ({ id: `o${index}`, say: say(text), why: say('.') })),
  answer: ['o0'],
});
const seeds = [...Array(40).keys()];

describe('arranging', () => {
  it('QUZ-4 options stand in an order that the seed decides, the same for the same seed', () => {
    const item = choice(['image', 'container', 'volume', 'network']);
    expect(arranged(item, 7)).toEqual(arranged(item, 7));
    expect([...arranged(item, 7)].sort()).toEqual(['o0', 'o1', 'o2', 'o3']);
    const firsts = new Set(seeds.map((seed) => arranged(item, seed)[0]));
    expect(firsts.size).toBe(4);
  });
  it.each([
    [['the image', 'the container', 'both of them']],
    [['Yes, at once', 'No']],
    [['a tag', 'a digest', 'All of the above']],
    [['a layer', 'a row', 'A and B']],
  ])('QUZ-5 options that speak about others keep their order: %j', (texts) => {
    for (const seed of seeds) expect(arranged(choice(texts), seed)).toEqual(texts.map((_, index) => `o${index}`));
  });
  it('QUZ-5 numbers rise', () => {
    expect(arranged(choice(['25 MB', '4.2 MB', '1 kB', '3 GB']), 9)).toEqual(['o2', 'o1', 'o0', 'o3']);
  });
  it('QUZ-6 lines to be ordered never stand in the right order', () => {
    const ids = ['a', 'b', 'c'];
    const item: QuizItem = { id: 'q', kind: 'order', ask: say('?'), lines: ids.map((id) => ({ id, say: say(id) })), why: say('.') };
    for (const seed of seeds) {
      expect(arranged(item, seed)).not.toEqual(ids);
      expect([...arranged(item, seed)].sort()).toEqual(ids);
    }
  });
  it('QUZ-7 a move swaps two neighbours and stops at the ends', () => {
    expect(moved(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c']);
    expect(moved(['a', 'b', 'c'], 'c', 1)).toEqual(['a', 'b', 'c']);
  });
});
