import { describe, expect, it } from 'vitest';
import { substitute, valuesOf } from '../../course/variant.ts';
import { goalsOf, machineId, nextSeed, type PageExercise, startOf, withSeed } from './model.ts';
import { askedSeed, seedsOf } from './seed.ts';

const vary = { image: ['web', 'shop', 'api', 'blog', 'mail'], port: ['8080', '8081', '8082', '9000', '9001'] };
const exercise: PageExercise = {
  lesson: 'ports',
  id: 'publish',
  version: 'v',
  title: 'T',
  vary,
  start: { files: { '@image@.txt': 'for @image@' } },
  goals: [
    {
      id: 'g',
      say: 'Port @port@',
      check: 'layers-count',
      with: { image: '@image@', count: '@port@' },
      numbers: ['count'],
    },
  ],
  traps: [{ id: 't', say: 'not @port@', when: [{ check: 'container-exists', with: { container: '@image@' }, not: true }] }],
  solutions: [{ files: {}, run: ['docker run -p @port@:80 @image@'] }],
  questions: [],
  par: 1,
};

describe('variants on the page', () => {
  it('LES-114 seed 0 takes the first values; names, numbers, paths and texts follow the seed', () => {
    const first = withSeed(exercise, 0);
    expect(first.goals[0]).toMatchObject({ say: 'Port 8080', with: { image: 'web', count: 8080 } });
    expect(first.start?.files).toEqual({ 'web.txt': 'for web' });
    for (const seed of [1, 2, 3, 4, 5]) {
      const { image, port } = valuesOf(vary, seed, 'publish');
      const one = withSeed(exercise, seed);
      expect(one.solutions[0]?.run).toEqual([`docker run -p ${port}:80 ${image}`]);
      expect(one.traps[0]).toMatchObject({ say: `not ${port}`, when: [{ with: { container: image } }] });
    }
  });

  it('LES-114 the page puts in what the proofs put in', () => {
    const raw = { goals: [{ check: 'layers-count', with: { image: '@image@', count: '@port@' } }] };
    for (const seed of [0, 1, 2, 3])
      expect(goalsOf(withSeed(exercise, seed)).goals[0]?.with).toEqual(substitute(raw, valuesOf(vary, seed, 'publish')).goals[0]?.with);
  });

  it('LES-115 other values are other values, and have a machine of their own', () => {
    for (const seed of [0, 1, 7]) {
      const next = nextSeed(exercise, seed);
      expect(withSeed(exercise, next)).not.toEqual(withSeed(exercise, seed));
      expect(machineId(exercise, next)).not.toBe(machineId(exercise, seed));
    }
    expect(machineId(exercise, 0)).toBe('lesson-ports/exercise-publish');
    expect(machineId({ ...exercise, vary: {} }, 7)).toBe('lesson-ports/exercise-publish');
  });

  it('LES-116 fields of an exercise replace those of the lesson', () => {
    const lesson = {
      cwd: '/root',
      seed: 1,
      profile: 'graphdriver' as const,
      machines: ['strata'],
      files: { a: 'x' },
      bytes: {},
      run: ['true'],
    };
    expect(startOf(lesson, withSeed(exercise, 0))).toEqual({ ...lesson, files: { 'web.txt': 'for web' } });
  });
});

describe('the seed of a device', () => {
  const storage = () => {
    const kept = new Map<string, string>();
    return { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, text: string) => void kept.set(key, text) };
  };

  it('LES-117 is made up once and kept; an address sets it for a class', () => {
    const device = storage();
    expect(seedsOf(device, '', () => 0.5)).toEqual({ seed: 5000, own: {} });
    expect(seedsOf(device, '', () => 0.9)).toEqual({ seed: 5000, own: {} });
    expect(seedsOf(device, '?seed=7', () => 0.9)).toEqual({ seed: 7, own: {} });
    expect(seedsOf(device, '', () => 0.9)).toEqual({ seed: 7, own: {} });
    expect([askedSeed('?seed=7'), askedSeed('?seed=-1'), askedSeed('?seed=x'), askedSeed('')]).toEqual([
      7,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('LES-117 values that were changed since stay, unless the address names another class', () => {
    const device = storage();
    device.setItem('strata.seed', JSON.stringify({ seed: 7, own: { 'l/x': 9, 'l/y': 'no' } }));
    expect(seedsOf(device, '?seed=7', () => 0).own).toEqual({ 'l/x': 9 });
    expect(seedsOf(device, '?seed=8', () => 0)).toEqual({ seed: 8, own: {} });
  });
});
