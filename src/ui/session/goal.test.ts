import '../../cli/machine/preload.ts';
import { describe, expect, it } from 'vitest';
import type { ExerciseGoals } from '../../grader/index.ts';
import { engine } from '../engine/index.ts';
import type { EngineSession } from './engine-session.ts';
import { solved } from './goal.ts';
import { begin, machinesOf, runLine } from './start.ts';
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

async function begun(): Promise<EngineSession> {
  const session = engine.create(machinesOf(start));
  await begin(session, { ...start, run: [...start.run, "printf 'FROM busybox\nLABEL a=b\n' | docker build -q -t given:1 -"] });
  return session;
}
const imageOf = (session: EngineSession, name: string) => session.view().machines[0]?.images.find(({ tags }) => tags.includes(name));

describe('the goal of an exercise', () => {
  it('LES-119 the machines of a solution, and what its goals are about', async () => {
    const { session, subjects } = await solved(await begun(), start.cwd, goals, way);
    const image = imageOf(session, 'one:1');
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

  it('LES-119 it begins as the learner began: what was there has the same ids, and what the learner did is not in it', async () => {
    const learner = await begun();
    const given = imageOf(learner, 'given:1')?.id;
    await runLine(learner, 'docker run -d --name mine busybox sleep 1000');
    await runLine(learner, 'docker rmi given:1');
    const { session } = await solved(learner, start.cwd, goals, way);
    expect(given).toMatch(/^sha256:/);
    expect(imageOf(session, 'given:1')?.id).toBe(given);
    expect(session.view().machines[0]?.containers).toEqual([]);
    expect(imageOf(learner, 'one:1')).toBeUndefined();
  });

  it('LES-119 a way that takes too long is given up', async () => {
    let now = 0;
    const clock = () => (now += 15_000);
    await expect(solved(await begun(), start.cwd, goals, { files: {}, run: ['sleep 1', 'sleep 1'] }, clock)).rejects.toThrow();
  });
});
