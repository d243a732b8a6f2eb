import './preload.ts';
import { expect, test } from 'vitest';
import { Session } from './session.ts';
import { newWorld } from './simulation.ts';

const NOW = 1_767_225_600;
const fresh = (): Session => new Session(newWorld({ seed: 1, now: NOW }));
const never = (): boolean => false;

function run(session: Session, line: string): string {
  session.start(line);
  let output = '';
  for (;;) {
    const slice = session.step(never, 'paced', 0);
    output += slice.output;
    if (slice.done !== undefined) return output;
    if (slice.waits !== undefined) throw new Error(`${line} waits`);
  }
}

/** Lets a jump come to its end, in slices of a few turns. */
function settle(session: Session): void {
  for (let slices = 0; slices < 10_000; slices++) {
    let turns = 0;
    const waits = session.pump(() => ++turns > 20, 0);
    if (waits !== 'more') return;
  }
  throw new Error('the jump does not end');
}
const logOf = (session: Session): string => run(session, 'docker logs c1');
const TICKER = 'docker run -d --name c1 busybox sh -c "i=0; while :; do i=\\$((i+1)); echo \\$i; sleep 10; done"';

test('CLK-1 a running clock lets containers go on as real time passes between commands', () => {
  const session = fresh();
  run(session, TICKER);
  expect(session.pump(never, 0.1)).toMatchObject({ ms: expect.any(Number) });
  expect(logOf(session)).toBe('1\n');
  session.pump(never, 25);
  expect(session.clock.now).toBeCloseTo(NOW + 25.1, 1);
  expect(logOf(session)).toBe('1\n2\n3\n');
});

test('CLK-2 a standing clock lets nothing happen, but is moved on by hand', () => {
  const session = fresh();
  run(session, TICKER);
  session.pump(never, 0.1);
  session.clock.mode = 'pause';
  session.pump(never, 1000);
  expect(logOf(session)).toBe('1\n');
  session.start('sleep 5; echo awake');
  expect(session.step(never, 'paced', 1000)).toMatchObject({ output: '', waits: { ms: expect.any(Number) } });
  session.clock.jump(6);
  expect(session.step(never, 'paced', 0)).toMatchObject({ output: 'awake\n', done: { exit: 0 } });
});

test('CLK-3 a jump runs everything due, in order, in as many slices as it takes', () => {
  const session = fresh();
  run(session, TICKER);
  session.clock.jump(3600);
  expect(session.clock.jumping).toBe(true);
  settle(session);
  expect(session.clock.jumping).toBe(false);
  expect(session.clock.now).toBeCloseTo(NOW + 3600, 0);
  expect(logOf(session).split('\n')).toHaveLength(361);
});

test('CLK-4 a jump can be stopped on the way; another one adds to it', () => {
  const session = fresh();
  run(session, TICKER);
  session.clock.jump(100_000);
  let turns = 0;
  expect(session.pump(() => ++turns > 500, 0)).toBe('more');
  session.clock.stop();
  const stopped = session.clock.now;
  expect(stopped).toBeLessThan(NOW + 100_000);
  session.pump(never, 0);
  expect(session.clock.now).toBe(stopped);
  session.clock.jump(10);
  session.clock.jump(10);
  settle(session);
  expect(session.clock.now).toBeCloseTo(stopped + 20, 3);
  expect(() => session.clock.jump(-1)).toThrow(RangeError);
});

test('CLK-5 a step goes to the next thing that falls due, or on by a second when nothing does', () => {
  const session = fresh();
  session.clock.mode = 'pause';
  session.clock.step();
  settle(session);
  expect(session.clock.now).toBeCloseTo(NOW + 1, 1);
  run(session, 'docker run -d --name c1 --health-cmd true --health-interval 30s busybox sleep 1000');
  session.clock.jump(0.1);
  settle(session);
  const status = "docker inspect -f '{{.State.Health.Status}}' c1";
  expect(run(session, status)).toBe('starting\n');
  session.clock.step();
  settle(session);
  session.clock.jump(0.1);
  settle(session);
  expect(session.clock.now).toBeCloseTo(NOW + 31.1, 0);
  expect(run(session, status)).toBe('healthy\n');
});

test('CLK-6 a container in a busy loop takes no more time than passes', () => {
  const session = fresh();
  run(session, 'docker run -d --name c1 busybox sh -c "while :; do :; done"');
  const before = session.clock.now;
  session.pump(never, 0.5);
  expect(session.clock.now - before).toBeLessThan(0.51);
});
