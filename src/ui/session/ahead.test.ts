import '../../cli/machine/preload.ts';
import { describe, expect, it } from 'vitest';
import type { ExerciseGoals } from '../../grader/index.ts';
import { engine } from '../engine/index.ts';
import { distance, judgeOf } from './ahead.ts';
import type { EngineSession } from './engine-session.ts';
import { begin, machinesOf, runLine } from './start.ts';
import { start } from './testdata/machine.ts';

const say = { en: '', zh: '' };
const exercise: ExerciseGoals = {
  id: 'x',
  goals: [
    { id: 'one', say, check: 'image-exists', with: { image: 'one:1' } },
    { id: 'two', say, check: 'image-exists', with: { image: 'two:1' } },
  ],
  traps: [],
};
const way = { files: {}, run: ['docker tag busybox one:1', 'docker tag one:1 two:1'] };

async function begun(): Promise<{ session: EngineSession; passes: (session: EngineSession) => boolean }> {
  const session = engine.create(machinesOf(start));
  await begin(session, start);
  return { session, passes: judgeOf(exercise, session.facts()) };
}
const far = ({ session, passes }: Awaited<ReturnType<typeof begun>>, ways = [way]) => distance(session, ways, start.cwd, passes, () => 0);

describe('what lies ahead', () => {
  it('LES-118 the distance is the number of last lines of a known way that pass from here', async () => {
    const one = await begun();
    expect(await far(one)).toEqual({ lines: 2, complete: true, tried: 2 });
    await runLine(one.session, 'docker tag busybox one:1');
    expect(await far(one)).toEqual({ lines: 1, complete: true, tried: 1 });
    await runLine(one.session, 'docker tag busybox two:1');
    expect(await far(one)).toEqual({ lines: 0, complete: true, tried: 0 });
  });

  it('LES-118 trying changes nothing, whether containers run or not', async () => {
    for (const line of ['true', 'docker run -d --name c busybox sleep 100']) {
      const one = await begun();
      await runLine(one.session, line);
      const before = [one.session.timeline(), one.session.view().machines[0]?.images];
      expect(await far(one)).toMatchObject({ lines: 2 });
      expect([one.session.timeline(), one.session.view().machines[0]?.images]).toEqual(before);
    }
  });

  it('LES-118 a way whose files are missing is tried with them; where none leads on, that is said', async () => {
    const one = await begun();
    const built = { files: { Dockerfile: 'FROM busybox\nLABEL a=b\n' }, run: ['docker build -q -t one:1 .', 'docker tag one:1 two:1'] };
    expect(await far(one, [built])).toEqual({ lines: 2, files: true, complete: true, tried: 2 });
    expect(await far(one, [{ files: {}, run: ['docker tag busybox three:1'] }])).toEqual({ complete: true, tried: 1 });
  });

  it('LES-118 after a second it gives up and says how far it got', async () => {
    const one = await begun();
    let now = 0;
    const clock = () => now++ * 600;
    expect(await distance(one.session, [way], start.cwd, one.passes, clock)).toMatchObject({ complete: false });
  });
});
