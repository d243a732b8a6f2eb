import { describe, expect, it } from 'vitest';
import { loadCourse } from '../course/index.ts';
import { explain } from '../grader/index.ts';
import { playAttempt } from '../ui/lesson/play.ts';
import { previewOf } from './preview.ts';

const { lessons } = loadCourse(new URL('../../content', import.meta.url).pathname);
const lesson = lessons.find(({ id }) => id === 'layer-stack')!;
const exercise = lesson.exercises.find(({ id }) => id === 'share-on-purpose')!;

describe('the preview of an exercise', () => {
  it('LES-153 every solution and attempt is played, and told as learners would read it', async () => {
    const preview = await previewOf(lesson, exercise);
    const attempts = lesson.attempts.filter((one) => one.exercise === exercise.id);
    expect(preview.ways).toHaveLength(exercise.solutions.length + attempts.length);
    expect(preview.ways.flatMap(({ problem }) => problem ?? [])).toEqual([]);
    expect(preview.startPasses).toBe(false);
    expect(preview.atStart.map(({ id }) => id)).toEqual(exercise.goals.map(({ id }) => id));
    const miss = attempts.find(({ expect: wanted }) => wanted !== 'pass' && wanted.trap !== undefined)!;
    const told = preview.ways.find(({ name }) => name === `attempts/${miss.name}.yaml`)!;
    const played = await playAttempt(lesson, exercise, miss);
    const unmet = played.verdict.goals.find(({ finding }) => !finding.ok)!;
    expect(told.goals.find(({ id }) => id === unmet.id)?.found.zh).toBe(explain(unmet.finding, 'zh'));
    expect(told.trap?.id).toBe(miss.expect === 'pass' ? '' : miss.expect.trap);
    expect(told.lines.map(({ exit, wanted }) => exit - wanted)).toEqual(told.lines.map(() => 0));
    expect(told.distance?.tried).toBeGreaterThanOrEqual(0);
    expect(preview.ways[0]?.goals.every(({ ok }) => ok)).toBe(true);
  });

  it('LES-153 a seed fills its values into task, lines and what is found', async () => {
    const varied = lessons
      .flatMap((one) => one.exercises.map((two) => ({ one, two })))
      .find(({ two }) => 'image' in two.vary && two.goals.length > 0)!;
    const preview = await previewOf(varied.one, varied.two, 3);
    const said = JSON.stringify([preview.exercise.task, preview.ways, preview.atStart]);
    expect(said).not.toMatch(/@[a-z]+@/);
    expect(said).toContain(preview.values.image);
    expect(preview.ways.flatMap(({ problem }) => problem ?? [])).toEqual([]);
  });

  it('LES-153 what an attempt declares and does not do is told beside it', async () => {
    const wrong = {
      ...lesson,
      attempts: [{ name: 'nothing', about: 'nothing', exercise: exercise.id, files: {}, run: [], exits: {}, expect: 'pass' as const }],
    };
    const { ways, problems } = await previewOf(wrong, exercise);
    expect(ways.at(-1)?.problem).toMatch(/^attempts\/nothing\.yaml: expected every goal met/);
    expect(problems).toContain('attempts: expected at least one near-miss');
  });
});
