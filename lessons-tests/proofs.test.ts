import { describe, expect, it } from 'vitest';
import { keyProblem, missProblem, nearMissesOf, SEEDS, setProblems, startPasses, wayProblem, waysOf } from '../src/proof/index.ts';
import { lessons } from './play.ts';

describe.each(lessons)('proofs: %s', (_, lesson) => {
  const graded = lesson.exercises.filter(({ goals }) => goals.length > 0);
  describe.each(graded.map((exercise) => [exercise.id, exercise] as const))('%s', (__, exercise) => {
    it('LES-60 the untouched start fails', async () => {
      expect(await startPasses(lesson, exercise)).toBe(false);
    });

    it.each(waysOf(lesson, exercise).map((way) => [way.name, way] as const))('LES-61 %s passes, for five seeds', async (___, way) => {
      const seeds = Object.keys(exercise.vary).length > 0 ? SEEDS : [0];
      for (const seed of seeds) expect(await wayProblem(lesson, exercise, way, seed)).toBeUndefined();
    });

    it('LES-62 it has near-misses, and every trap is reached by one', () => {
      expect(setProblems(lesson, exercise)).toEqual([]);
    });

    it.each(nearMissesOf(lesson, exercise).map((miss) => [miss.name, miss] as const))(
      'LES-62 %s fails at exactly its goals, with its message',
      async (___, miss) => {
        expect(await missProblem(lesson, exercise, miss)).toBeUndefined();
      },
    );
  });

  const computed = lesson.quiz.items.filter((item) => item.kind === 'command' || ('computed' in item && item.computed !== undefined));
  it.each(computed.map((item) => [item.id, item] as const))('LES-131 the key of %s is what the engine answers', async (__, item) => {
    expect(await keyProblem(lesson, item)).toBeUndefined();
  });
});
