import { describe, expect, it } from 'vitest';
import { engine } from '../engine/index.ts';
import type { Channel } from '../session/client.ts';
import type { Message } from '../session/protocol.ts';
import { hostEngine } from '../session/worker-host.ts';
import { createBench, missingOf } from './machine.ts';

/** The engine's host on a channel, without a worker. */
function channel(): Channel {
  const made: Channel = { postMessage: (message) => receive(message), onmessage: null, onerror: null, terminate: () => {} };
  const receive = hostEngine(engine, {
    post: (message: Message) => setTimeout(() => made.onmessage?.({ data: message } as MessageEvent<Message>)),
    turn: () => new Promise((resolve) => setTimeout(resolve)),
    sleep: (ms, wake) => Promise.race([wake, new Promise<void>((resolve) => setTimeout(resolve, ms))]),
    blob: () => Promise.reject(new Error('no uploads here')),
  });
  setTimeout(() => made.onmessage?.({ data: { type: 'hello' } } as MessageEvent<Message>));
  return made;
}

const start = {
  cwd: '/root',
  seed: 1,
  files: { Dockerfile: 'FROM scratch\nCOPY Dockerfile /\n' },
  bytes: {},
  run: ['docker build -q -t web:1 .'],
};
const say = { en: '-', zh: '-' };
const goals = { id: 'q', goals: [{ id: 'tagged', say, check: 'image-exists', with: { image: 'web:2' } }], traps: [] };

describe('a machine for questions', () => {
  it('QUZ-11 runs a line after the start and grades what it left', async () => {
    const bench = createBench(channel);
    const done = await bench.run({ start, goals, lines: ['docker tag web:1 web:2'] });
    expect(done).toMatchObject({ exit: 0, output: '', cut: false, verdict: { passed: true } });
    expect(missingOf(done.verdict, 'en')).toEqual([]);
  });
  it('QUZ-11 begins anew each time, and tells what is missing in both languages', async () => {
    const bench = createBench(channel);
    await bench.run({ start, goals, lines: ['docker tag web:1 web:2'] });
    const { verdict, output } = await bench.run({ start, goals, lines: ['docker image ls -q web:2 | wc -l'] });
    expect(output.trim()).toBe('0');
    expect(verdict?.passed).toBe(false);
    expect(missingOf(verdict, 'en').join()).toContain('web:2');
    expect(missingOf(verdict, 'zh').join()).toContain('web:2');
  });
  it('QUZ-12 virtual waits take no time, and input is empty', async () => {
    const bench = createBench(channel);
    const begun = performance.now();
    expect(await bench.run({ start, lines: ['sleep 60; cat; echo over'] })).toMatchObject({ output: 'over\n', exit: 0 });
    expect(performance.now() - begun).toBeLessThan(5000);
  });
  it('QUZ-13 a command that does not end is stopped, by the learner or by the time', async () => {
    const bench = createBench(channel, 300);
    expect(await bench.run({ start, lines: ['while :; do :; done'] })).toMatchObject({ stopped: 'time', exit: 130 });
    const asked = await bench.run({ start, lines: ['while :; do :; done'], onStop: (stop) => void setTimeout(stop, 20) });
    expect(asked).toMatchObject({ stopped: 'asked', exit: 130 });
    const much = await createBench(channel).run({ start, lines: ['yes'] });
    expect(much).toMatchObject({ cut: true });
    expect(much.output.length).toBe(12_000);
  });
  it('QUZ-13 a start that fails is told', async () => {
    const bench = createBench(channel);
    await expect(bench.run({ start: { ...start, run: ['false'] }, lines: ['true'] })).rejects.toThrow('The start of this lab failed');
    expect(await bench.run({ start, lines: ['echo again'] })).toMatchObject({ output: 'again\n' });
  });
});
