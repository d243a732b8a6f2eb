import { describe, expect, it } from 'vitest';
import { placeMarks } from './rail.ts';

describe('the ruler of a lesson', () => {
  it('LES-99 marks that have room stand at the depth of their section', () => {
    expect(placeMarks([0, 100, 300], 26, 400)).toEqual([0, 100, 300]);
  });

  it('LES-99 close sections keep their distance, and push on what follows', () => {
    expect(placeMarks([10, 15, 30, 200], 26, 400)).toEqual([10, 36, 62, 200]);
  });

  it('LES-99 at the end of the ruler they give way upwards', () => {
    expect(placeMarks([0, 380, 390, 400], 26, 400)).toEqual([0, 348, 374, 400]);
  });

  it('LES-99 a ruler that is too short is shared evenly', () => {
    expect(placeMarks([0, 1, 2, 40], 26, 60)).toEqual([0, 20, 40, 60]);
    expect(placeMarks([], 26, 60)).toEqual([]);
    expect(placeMarks([90], 26, 60)).toEqual([60]);
  });
});
