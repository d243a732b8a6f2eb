import { describe, expect, it } from 'vitest';
import { placeIn } from './language.ts';

const anchors = [
  { id: 't001', top: -900 },
  { id: 'what-survives-what', top: -300 },
  { id: 't346', top: 120 },
  { id: 'term-daemon-13', top: 150 },
  { id: 't440', top: 500 },
];

describe('language switch', () => {
  it('LES-150 it keeps the exercise, the saved state and the question of a search', () => {
    expect(placeIn({ search: '', hash: '#exercise-one-file-image' }, anchors, 300)).toBe('#exercise-one-file-image');
    expect(placeIn({ search: '', hash: '#s=AbC' }, anchors, 300)).toBe('#s=AbC');
    expect(placeIn({ search: '?q=layer', hash: '' }, [], 300)).toBe('?q=layer');
  });

  it('LES-150 else it goes to the sentence that was being read; a heading is named in its language and not kept', () => {
    expect(placeIn({ search: '', hash: '' }, anchors, 300)).toBe('#t346');
    expect(placeIn({ search: '', hash: '#what-survives-what' }, anchors, 300)).toBe('#t346');
    expect(placeIn({ search: '', hash: '' }, [], 300)).toBe('');
  });
});
