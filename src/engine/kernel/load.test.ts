import { expect, test } from 'vitest';
import { runIn } from '../testing/machine.ts';
import { Tree } from '../tree/index.ts';
import { Kernel, LoadError, lazyProgram, load, Namespace, nullFile, overlayFileSystem, preload, type Run } from './index.ts';

const machine = (run: () => Run) => {
  const kernel = new Kernel({ programs: new Map(), now: 1000, seed: 1 });
  const ns = new Namespace({ id: 'x', hostname: 'x', root: overlayFileSystem(Tree.empty()) });
  const process = kernel.start({ ns, argv: ['x'], env: new Map(), credentials: { uid: 0, gid: 0, groups: [] }, files: [nullFile()] });
  process.run = run();
  return { kernel, process };
};

test('LOD-1 while something is fetched nobody takes a turn and the clock stands; then the run goes on as if nothing had been', async () => {
  let arrive = (_: number): void => {};
  const { kernel, process } = machine(function* () {
    return yield* load(() => new Promise<number>((resolve) => (arrive = resolve)));
  });
  expect(kernel.step()).toBe(true);
  const { now } = kernel;
  expect(kernel.step()).toBe(false);
  expect(kernel.nextDeadline()).toBeUndefined();
  kernel.advance(5000);
  expect(kernel.now).toBe(now);
  arrive(7);
  await kernel.loading;
  while (process.status === undefined) kernel.step();
  expect(process.status).toEqual({ kind: 'exited', code: 7 });
});

test('LOD-2 a failed load is an error of its own, tried again the next time; a success is kept', async () => {
  let tries = 0;
  const loader = async () => {
    if (++tries === 1) throw new Error('offline');
    return 5;
  };
  const { kernel, process } = machine(function* () {
    try {
      yield* load(loader);
    } catch (error) {
      if (!(error instanceof LoadError)) throw error;
    }
    return (yield* load(loader)) + (yield* load(loader));
  });
  for (let turns = 0; process.status === undefined && turns < 20; turns++) {
    kernel.step();
    await kernel.loading;
  }
  expect(process.status).toEqual({ kind: 'exited', code: 10 });
  expect(tries).toBe(2);
});

test('LOD-3 what was fetched ahead is there at once', async () => {
  const loader = async () =>
    function* (): Run {
      return 3;
    };
  await preload(loader);
  expect(runIn(new Map([['busybox', lazyProgram(loader)]]), ['ls']).code).toBe(3);
});

test('LOD-4 a load takes no turn and no time: with it fetched ahead the run is the same to the last bit', async () => {
  const timeAfter = async (ahead: boolean): Promise<number> => {
    const loader = async () => 1;
    if (ahead) await preload(loader);
    const { kernel, process } = machine(function* () {
      yield {};
      yield* load(loader);
      yield {};
      return 0;
    });
    for (let turns = 0; process.status === undefined && turns < 20; turns++) {
      kernel.step();
      await kernel.loading;
    }
    return kernel.now;
  };
  expect(await timeAfter(false)).toBe(await timeAfter(true));
});
