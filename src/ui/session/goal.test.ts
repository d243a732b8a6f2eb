import '../../cli/machine/preload.ts';
import { describe, expect, it } from 'vitest';
import type { ExerciseGoals } from '../../grader/index.ts';
import { engine } from '../engine/index.ts';
import { solved } from './goal.ts';
import { start } from './testdata/machine.ts';

const say = { en: '', zh: '' };
const goals: ExerciseGoals = {
  id: 'x',
  goals: [
    { id: 'has', say, check: 'fs-has', with: { image: 'one:1', path: '/a' } },
    { id: 'cmd', say, check: 'config-equals', with: { image: 'one:1', field: 'Cmd', value: ['cat', '/a'] } },
  ],
  traps: [],
};
const way = { files: { Dockerfile: 'FROM busybox\nCOPY a /\nCMD ["cat", "/a"]\n' }, run: ['docker build -q -t one:1 .'] };

describe('the goal of an exercise', () => {
  it('LES-119 the machines of a solution, and what its goals are about', async () => {
    const { session, subjects } = await solved(engine, start, goals, way);
    const image = session.view().machines[0]?.images.find(({ tags }) => tags.includes('one:1'));
    const layers = image?.rows.flatMap(({ diffID }) => diffID ?? []) ?? [];
    expect(layers).toHaveLength(2);
    expect(subjects).toEqual([
      { kind: 'tag', key: 'one:1' },
      { kind: 'image', key: image?.id },
      { kind: 'path', key: '/a' },
      { kind: 'layer', key: layers[1] },
      { kind: 'config', key: image?.id },
      { kind: 'field', key: `${image?.id} Cmd` },
    ]);
  });

  it('LES-119 a way that takes too long is given up', async () => {
    let now = 0;
    const clock = () => (now += 15_000);
    await expect(solved(engine, start, goals, { files: {}, run: ['sleep 1', 'sleep 1'] }, clock)).rejects.toThrow();
  });
});
