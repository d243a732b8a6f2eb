import { describe, expect, it } from 'vitest';
import type { ExerciseGoals } from '../../grader/index.ts';
import type { Message, Request, StartState } from './protocol.ts';
import { fakeEngine } from './testdata/fake-engine.ts';
import { hostEngine } from './worker-host.ts';

const start: StartState = { cwd: '/root/app', seed: 1, files: { a: 'apple\n' }, bytes: {}, run: [] };
const exercise: ExerciseGoals = {
  id: 'x',
  goals: [{ id: 'made', say: { en: '', zh: '' }, check: 'image-exists', with: { image: 'web:1' } }],
  traps: [],
};

type Body = Request extends infer R ? (R extends Request ? Omit<R, 'id'> : never) : never;

/** A worker without a thread: requests go in, everything it posts is kept. */
function worker() {
  const posted: Message[] = [];
  const waiting = new Map<number, (message: Message) => void>();
  const receive = hostEngine(fakeEngine, {
    post: (message) => {
      posted.push(message);
      if (message.type === 'reply' || message.type === 'failure') waiting.get(message.id)?.(message);
    },
    turn: () => new Promise((resolve) => setImmediate(resolve)),
    sleep: (ms, wake) => Promise.race([wake, new Promise<void>((resolve) => setTimeout(resolve, ms))]),
  });
  let next = 1;
  const ask = (body: Body): Promise<Message> => {
    const id = next++;
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      receive({ ...body, id } as Request);
    });
  };
  const outputs = () => posted.flatMap((message) => (message.type === 'output' ? [message.text] : [])).join('');
  const open = (more: Partial<Extract<Request, { type: 'open' }>> = {}) => ask({ type: 'open', start, columns: 80, rows: 24, ...more });
  return { ask, open, posted, outputs };
}

describe('worker', () => {
  it('LES-50 runs a command, streams its output and pushes the new state before it answers', async () => {
    const { ask, open, posted, outputs } = worker();
    await open();
    expect(await ask({ type: 'exec', line: 'echo hi' })).toMatchObject({
      type: 'reply',
      value: { exit: 0, prompt: '/root/app $ ', turn: { number: 1, line: 'echo hi' } },
    });
    expect(outputs()).toBe('hi\n');
    expect(posted.map((message) => message.type)).toEqual(['reply', 'output', 'state', 'reply']);
  });

  it('LES-51 a busy loop leaves the worker able to listen, and stops on INT', async () => {
    const { ask, open } = worker();
    await open();
    const ended = ask({ type: 'exec', line: 'loop' });
    expect(await ask({ type: 'files.read', path: 'a' })).toMatchObject({ value: { content: 'apple\n', binary: false, size: 6 } });
    const began = performance.now();
    expect(await ask({ type: 'signal', name: 'INT' })).toMatchObject({ value: { stopped: true } });
    expect(await ended).toMatchObject({ value: { exit: 130 } });
    expect(performance.now() - began).toBeLessThan(200);
  });

  it('LES-52 a flood of output waits for the page to draw it', async () => {
    const { ask, open, outputs } = worker();
    await open();
    const ended = ask({ type: 'exec', line: 'yes' });
    await new Promise((resolve) => setTimeout(resolve, 60));
    const held = outputs().length;
    expect(held).toBeLessThan(250_000);
    await ask({ type: 'ack', chars: held });
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(outputs().length).toBeGreaterThan(held);
    await ask({ type: 'signal', name: 'INT' });
    expect(await ended).toMatchObject({ value: { exit: 130 } });
  });

  it('LES-53 a command that reads gets what is typed, and the end of input', async () => {
    const { ask, open, outputs, posted } = worker();
    await open();
    const ended = ask({ type: 'exec', line: 'cat' });
    await ask({ type: 'stdin', text: 'one\n' });
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(outputs()).toBe('one\n');
    expect(posted).toContainEqual({ type: 'waiting', for: 'stdin' });
    await ask({ type: 'eof' });
    expect(await ended).toMatchObject({ value: { exit: 0 } });
  });

  it('LES-53 a sleeping command wakes at once for a signal', async () => {
    const { ask, open } = worker();
    await open();
    const ended = ask({ type: 'exec', line: 'sleep 60000' });
    await ask({ type: 'signal', name: 'INT' });
    expect(await ended).toMatchObject({ value: { exit: 130 } });
  });

  it('LES-54 grades after every command and remembers which one met a goal', async () => {
    const { ask, open, posted } = worker();
    expect(await open({ exercise })).toMatchObject({ value: { verdict: { passed: false } } });
    await ask({ type: 'exec', line: 'echo' });
    await ask({ type: 'exec', line: 'make web:1' });
    await ask({ type: 'exec', line: 'echo' });
    const state = posted.filter((message) => message.type === 'state').at(-1);
    expect(state).toMatchObject({ verdict: { passed: true, goals: [{ id: 'made', since: 2 }] } });
  });

  it('LES-55 comes back from what it saved; damaged text falls back to the log, and then to the start', async () => {
    const first = worker();
    await first.open();
    await first.ask({ type: 'exec', line: 'make web:1' });
    const saved = await first.ask({ type: 'save' });
    const text = saved.type === 'reply' && 'text' in saved.value ? saved.value.text : '';

    expect(await worker().open({ saved: text })).toMatchObject({
      value: { how: 'restored', view: { machines: [{ images: [{ tags: ['web:1'] }] }] } },
    });
    expect(await worker().open({ saved: '{', log: [{ kind: 'line', text: 'make web:2' }] })).toMatchObject({
      value: { how: 'replayed', view: { machines: [{ images: [{ tags: ['web:2'] }] }] } },
    });
    expect(await worker().open({ saved: '{' })).toMatchObject({ value: { how: 'fresh', view: { machines: [{ images: [] }] } } });
    const damaged = await worker().open({ saved: '{' });
    expect(damaged.type === 'reply' && 'trouble' in damaged.value && damaged.value.trouble).toMatch(/JSON/);
  });

  it('LES-56 reset gives the start again, and file requests work without a command', async () => {
    const { ask, open } = worker();
    await open();
    await ask({ type: 'exec', line: 'make web:1' });
    await ask({ type: 'files.write', path: '/root/app/b', content: 'banana\n' });
    expect(await ask({ type: 'files.list', dir: '/root/app' })).toMatchObject({ value: { entries: [{ name: 'a' }, { name: 'b' }] } });
    expect(await ask({ type: 'reset' })).toMatchObject({ value: { view: { machines: [{ images: [] }] } } });
    expect(await ask({ type: 'files.list', dir: '/root/app' })).toMatchObject({ value: { entries: [{ name: 'a' }] } });
    expect(await ask({ type: 'files.read', path: '/root/app/b' })).toMatchObject({
      type: 'failure',
      message: expect.stringContaining('no such file'),
    });
  });

  it('CLK-7 a jump goes on between commands, tells how far it is, and can be stopped', async () => {
    const { ask, open, posted } = worker();
    await open();
    expect(await ask({ type: 'clock', order: { do: 'jump', seconds: 5 } })).toMatchObject({ value: { clock: { now: 0, jumping: true } } });
    await new Promise((resolve) => setTimeout(resolve, 30));
    const told = posted.flatMap((message) => (message.type === 'clock' ? [message.clock] : []));
    expect(told.map(({ now }) => now)).toEqual([1, 2, 3, 4, 5]);
    expect(told.at(-1)?.jumping).toBe(false);
    const order = posted.map(({ type }) => type);
    expect(order.lastIndexOf('reply')).toBeLessThan(order.indexOf('clock'));
    expect(posted.at(-1)).toMatchObject({ type: 'state', view: { now: 5 } });
    await ask({ type: 'clock', order: { do: 'jump', seconds: 1_000_000 } });
    expect(await ask({ type: 'clock', order: { do: 'stop' } })).toMatchObject({ value: { clock: { jumping: false } } });
    expect(await ask({ type: 'clock', order: { do: 'pause' } })).toMatchObject({ value: { clock: { mode: 'pause' } } });
  });
});
