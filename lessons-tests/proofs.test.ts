import { describe, expect, it } from 'vitest';
import { course, playAttempt, unmetOf } from './play.ts';

describe.each(course.lessons.map((lesson) => [lesson.id, lesson] as const))('proofs: %s', (_, lesson) => {
  describe.each(lesson.exercises.map((exercise) => [exercise.id, exercise] as const))('%s', (__, exercise) => {
    const attempts = lesson.attempts.filter((attempt) => attempt.exercise === exercise.id);
    const solutions = attempts.filter((attempt) => attempt.expect === 'pass');
    const nearMisses = attempts.filter((attempt) => attempt.expect !== 'pass');

    it('LES-60 the untouched start fails', async () => {
      expect((await playAttempt(lesson, exercise)).verdict.passed).toBe(false);
    });

    it('LES-61 has two solutions or more, and near-misses', () => {
      expect(solutions.length).toBeGreaterThanOrEqual(2);
      expect(nearMisses.length).toBeGreaterThanOrEqual(1);
    });

    it.each(solutions.map((attempt) => [attempt.name, attempt] as const))('LES-61 %s passes', async (___, attempt) => {
      const { verdict, transcript, failed } = await playAttempt(lesson, exercise, attempt);
      expect(failed, transcript).toEqual([]);
      expect(unmetOf(verdict), transcript).toEqual([]);
    });

    it.each(nearMisses.map((attempt) => [attempt.name, attempt] as const))(
      'LES-62 %s fails at exactly its goals, with its own message',
      async (___, attempt) => {
        const { verdict, transcript, failed } = await playAttempt(lesson, exercise, attempt);
        expect(failed, transcript).toEqual([]);
        expect({ unmet: unmetOf(verdict), trap: verdict.trap }, transcript).toEqual(attempt.expect);
      },
    );

    it('LES-62 no two near-misses get the same message, and every trap is proven', () => {
      const spoken = nearMisses.flatMap((attempt) => (attempt.expect === 'pass' ? [] : [attempt.expect.trap]));
      expect(new Set(spoken).size).toBe(spoken.length);
      expect([...spoken].sort()).toEqual(exercise.traps.map((trap) => trap.id).sort());
    });

    it('LES-63 the solution shown to learners passes', async () => {
      const [solution] = exercise.solutions;
      if (!solution) throw new Error('expected a solution');
      const { verdict, transcript } = await playAttempt(lesson, exercise, {
        name: 'shown',
        about: 'shown',
        exercise: exercise.id,
        expect: 'pass',
        files: solution.files,
        run: solution.run,
        exits: solution.exits,
      });
      expect(unmetOf(verdict), transcript).toEqual([]);
    });

    it('LES-64 every name a goal asks for stands in the task, in both languages', () => {
      for (const goal of exercise.goals) {
        for (const name of Object.values(goal.with).filter((value): value is string => typeof value === 'string')) {
          expect(exercise.task.en, goal.id).toContain(name);
          expect(exercise.task.zh, goal.id).toContain(name);
        }
      }
    });
  });
});
