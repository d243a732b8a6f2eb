import { describe, expect, it, vi } from 'vitest';
import type { ExerciseGoals } from '../../grader/index.ts';
import { engine } from '../engine/index.ts';
import type { Message, Request } from './protocol.ts';
import { portTo, start } from './testdata/machine.ts';
import type { Turn } from './timeline.ts';
import { hostEngine } from './worker-host.ts';

const exercise: ExerciseGoals = {
  id: 'x',
  goals: [{ id: 'made', say: { en: '', zh: '' }, check: 'image-exists', with: { image: 'web:1' } }],
  traps: [],
};
const made = 'docker tag busybox web:1';

type Body = Request extends infer R ? (R extends Request ? Omit<R, 'id'> : never) : never;

/** A worker without a thread: requests go in, everything it posts is kept. */
function worker() {
  const posted: Message[] = [];
  const waiting = new Map<number, (message: Message) => void>();
  const ends = new Map<number, (turn: Turn) => void>();
  const receive = hostEngine(
    engine,
    portTo((message) => {
      posted.push(message);
      if (message.type === 'reply' || message.type === 'failure') waiting.get(message.id)?.(message);
      if (message.type === 'ended') ends.get(message.turn.terminal)?.(message.turn);
    }),
  );
  let next = 1;
  const ask = (body: Body): Promise<Message> => {
    const id = next++;
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      receive({ ...body, id } as Request);
    });
  };
  const reply = async (body: Body) => {
    const message = await ask(body);
    if (message.type !== 'reply') throw new Error(JSON.stringify(message));
    return message.value as Record<string, unknown>;
  };
  const run = (line: string, terminal = 0) => {
    const ended = new Promise<Turn>((resolve) => ends.set(terminal, resolve));
    void ask({ type: 'exec', terminal, line });
    return ended;
  };
  const outputs = () => posted.flatMap((message) => (message.type === 'output' ? [message.text] : [])).join('');
  const open = (more: Partial<Extract<Request, { type: 'open' }>> = {}) => ask({ type: 'open', start, ...more });
  return { ask, reply, run, open, posted, outputs };
}

const tagsIn = (value: unknown): unknown =>
  (value as { view: { machines: { images: { tags: string[] }[] }[] } }).view.machines[0]?.images.map(({ tags }) => tags);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('worker', () => {
  it('LES-50 runs a command, streams its output and pushes the new state before it tells the end', async () => {
    const { run, open, posted, outputs } = worker();
    await open();
    expect(await run('echo hi')).toEqual({ number: 1, line: 'echo hi', exit: 0, output: 'hi\n', prompt: '~/app $ ', terminal: 0 });
    expect(outputs()).toBe('hi\n');
    expect(posted.map((message) => message.type).filter((type) => type !== 'reply')).toEqual(['output', 'timeline', 'state', 'ended']);
  });

  it('LES-51 a busy loop leaves the worker able to listen, and stops on INT', async () => {
    const { ask, run, open } = worker();
    await open();
    const ended = run('while :; do :; done');
    expect(await ask({ type: 'files.read', path: '/root/app/a' })).toMatchObject({ value: { content: 'apple\n', binary: false, size: 6 } });
    expect(await ask({ type: 'signal', terminal: 0, name: 'INT' })).toMatchObject({ value: { stopped: true } });
    expect(await ended).toMatchObject({ exit: 130 });
  });

  it('LES-59 a busy loop that takes no notice is ended by the third interrupt, and so it is when it is done again', async () => {
    const { ask, run, reply, open, outputs } = worker();
    await open();
    const ended = run('sh -c \'trap "" INT; while :; do :; done\'');
    for (let time = 0; time < 3; time++) {
      await pause(30);
      await ask({ type: 'signal', terminal: 0, name: 'INT' });
    }
    expect(await ended).toMatchObject({ exit: 130 });
    expect(outputs()).toContain('ended after three interrupts');
    const { text } = (await reply({ type: 'save' })) as { text: string };
    expect(await worker().reply({ type: 'open', start, saved: text })).toMatchObject({ how: 'restored', turns: [{ exit: 130 }] });
  });

  it('LES-52 a flood of output waits for the page to draw it', async () => {
    const { ask, run, open, outputs } = worker();
    await open();
    const ended = run('yes');
    await vi.waitFor(() => expect(outputs().length).toBeGreaterThan(40_000), 10_000);
    const held = outputs().length;
    await pause(60);
    expect(outputs().length).toBe(held);
    await ask({ type: 'ack', chars: held });
    await vi.waitFor(() => expect(outputs().length).toBeGreaterThan(held), 10_000);
    await ask({ type: 'signal', terminal: 0, name: 'INT' });
    expect(await ended).toMatchObject({ exit: 130 });
  });

  it('LES-53 a command that reads gets what is typed, and the end of input', async () => {
    const { ask, run, open, outputs, posted } = worker();
    await open();
    const ended = run('cat');
    await ask({ type: 'stdin', terminal: 0, text: 'one\n' });
    await vi.waitFor(() => expect(outputs()).toBe('one\n'), 10_000);
    expect(posted).toContainEqual({ type: 'waiting', terminal: 0, for: 'stdin' });
    await ask({ type: 'eof', terminal: 0 });
    expect(await ended).toMatchObject({ exit: 0 });
  });

  it('LES-53 a sleeping command wakes at once for a signal', async () => {
    const { ask, run, open } = worker();
    await open();
    const ended = run('sleep 60000');
    await ask({ type: 'signal', terminal: 0, name: 'INT' });
    expect(await ended).toMatchObject({ exit: 130 });
  });

  it('LES-54 grades after every command and remembers which one met a goal', async () => {
    const { run, open, posted } = worker();
    expect(await open({ exercise })).toMatchObject({ value: { verdict: { passed: false } } });
    await run('echo');
    await run(made);
    await run('echo');
    const state = posted.filter((message) => message.type === 'state').at(-1);
    expect(state).toMatchObject({ verdict: { passed: true, goals: [{ id: 'made', since: 2 }] } });
  });

  it('LES-54 a goal that is met while a command is still at work is the doing of that command', async () => {
    const { ask, run, open, posted } = worker();
    await open({ exercise });
    await run('echo');
    const ended = run(`sh -c '${made}; sleep 60000'`);
    const goals = () => posted.filter((message) => message.type === 'state').at(-1);
    await vi.waitFor(() => expect(goals()).toMatchObject({ verdict: { passed: true, goals: [{ id: 'made', since: 2 }] } }), 10_000);
    await ask({ type: 'signal', terminal: 0, name: 'INT' });
    await ended;
    expect(goals()).toMatchObject({ verdict: { passed: true, goals: [{ id: 'made', since: 2 }] } });
  });

  it('LES-54 what the first command runs counts, however long the command is at work after it', async () => {
    const { ask, run, open, posted } = worker();
    const printed = { id: 'said', say: { en: '', zh: '' }, check: 'ran', with: { image: 'busybox:latest', stdout: 'hi' } };
    await open({ exercise: { ...exercise, goals: [printed] } });
    const ended = run(`sh -c 'docker run busybox echo hi; sleep 60000'`);
    const last = () => posted.filter((message) => message.type === 'state').at(-1);
    await vi.waitFor(() => expect(last()).toMatchObject({ verdict: { passed: true } }), 10_000);
    await ask({ type: 'signal', terminal: 0, name: 'INT' });
    await ended;
    expect(last()).toMatchObject({ verdict: { passed: true } });
  });

  it('LES-55 comes back from what it saved, graded as it was; damaged text gives the start, and says why', async () => {
    const first = worker();
    await first.open({ exercise });
    await first.run('echo');
    await first.run(made);
    const { text } = (await first.reply({ type: 'save' })) as { text: string };
    const again = await worker().reply({ type: 'open', start, exercise, saved: text });
    expect(again).toMatchObject({ how: 'restored', verdict: { passed: true, goals: [{ since: 2 }] } });
    expect(tagsIn(again)).toEqual([['busybox:latest', 'web:1']]);
    const damaged = await worker().reply({ type: 'open', start, saved: '{' });
    expect(damaged).toMatchObject({ how: 'fresh', trouble: { key: 'saved.json', message: expect.stringMatching(/JSON/) } });
    expect(tagsIn(damaged)).toEqual([['busybox:latest']]);
  });

  it('TML-1 undo and redo bring the machines and the verdict back and forth; a new command makes a branch', async () => {
    const { run, reply, open, posted } = worker();
    await open({ exercise });
    await run(made);
    await run('docker rmi web:1');
    const undone = await reply({ type: 'go', point: 'undo' });
    expect(tagsIn(undone)).toEqual([['busybox:latest', 'web:1']]);
    expect(undone).toMatchObject({ timeline: { head: 1 }, verdict: { passed: true }, turns: [{ number: 1, line: made }] });
    expect(await reply({ type: 'go', point: 'redo' })).toMatchObject({ timeline: { head: 2 }, verdict: { passed: false } });
    await reply({ type: 'go', point: 1 });
    await run('docker tag busybox web:2');
    const told = posted.filter((message) => message.type === 'timeline').at(-1);
    expect(told).toMatchObject({ head: 3, points: [{ number: 3, parent: 1, changes: [{ what: 'tag', how: 'added', name: 'web:2' }] }] });
    expect(await reply({ type: 'compare', a: 2, b: 3 })).toMatchObject({
      differences: [
        { what: 'tag', how: 'added', name: 'web:1' },
        { what: 'tag', how: 'added', name: 'web:2' },
      ],
    });
  });

  it('TML-2 an edit is a point of its own; saving the same file again goes on with it', async () => {
    const { run, reply, open } = worker();
    await open();
    await reply({ type: 'files.write', path: '/root/app/b', content: 'b' });
    await reply({ type: 'files.write', path: '/root/app/b', content: 'banana\n' });
    await run('cat b');
    const { timeline } = (await reply({ type: 'go', point: 1 })) as { timeline: { points: object[] } };
    expect(timeline.points).toMatchObject([
      { number: 0, kind: 'start' },
      { number: 1, kind: 'edit', label: '/root/app/b', changes: [{ what: 'file', how: 'added', name: '/root/app/b' }] },
      { number: 2, kind: 'command', label: 'cat b', exit: 0, parent: 1 },
    ]);
    expect(await reply({ type: 'files.read', path: '/root/app/b' })).toMatchObject({ content: 'banana\n' });
    await reply({ type: 'go', point: 0 });
    expect(await reply({ type: 'files.list', dir: '/root/app' })).toMatchObject({ entries: [{ name: 'a' }] });
  });

  it('TML-3 a running command is stopped before the machines go elsewhere', async () => {
    const { run, reply, open } = worker();
    await open();
    await run('echo');
    const ended = run('sleep 1000');
    expect(await reply({ type: 'go', point: 0 })).toMatchObject({ timeline: { head: 0 }, turns: [] });
    expect(await ended).toMatchObject({ exit: 130, number: 2 });
  });

  it('LBV-1 two terminals run at once, on two machines, and each gets its own output', async () => {
    const { ask, run, reply, open, posted } = worker();
    await open({ start: { ...start, machines: ['node01', 'node02'] } });
    const long = run('sleep 1; hostname', 0);
    expect(await run('hostname', 1)).toMatchObject({ terminal: 1, output: 'node02\n', prompt: 'node02 ~ $ ' });
    const { terminal } = (await reply({ type: 'terminal.open', machine: 'node02' })) as { terminal: number };
    expect(await run('echo three', terminal)).toMatchObject({ terminal: 2, output: 'three\n' });
    await ask({ type: 'clock', order: { do: 'jump', seconds: 2 } });
    expect(await long).toMatchObject({ terminal: 0, output: 'node01\n' });
    expect(posted).toContainEqual({ type: 'output', terminal: 1, text: 'node02\n' });
    await reply({ type: 'terminal.close', terminal });
    expect(await ask({ type: 'terminal.close', terminal: 1 })).toMatchObject({ type: 'failure' });
  });

  it('LBV-2 a visit goes through the simulated network and comes back the same from the log', async () => {
    const { run, reply, open } = worker();
    await open();
    await run("docker run -d -p 8080:80 --name web busybox sh -c 'mkdir /w; echo hello > /w/index.html; httpd -f -h /w'");
    const request = { machine: 'strata', method: 'GET', url: 'http://127.0.0.1:8080/', headers: [] };
    const { visit } = (await reply({ type: 'visit', request })) as { visit: { status: number; body: Uint8Array } };
    expect([visit.status, new TextDecoder().decode(visit.body)]).toEqual([200, 'hello\n']);
    expect(await reply({ type: 'visit', request: { ...request, url: 'http://127.0.0.1:81/' } })).toMatchObject({
      visit: { failure: 'ECONNREFUSED' },
    });
    const { text } = (await reply({ type: 'save' })) as { text: string };
    expect(await worker().reply({ type: 'open', start, saved: text })).toMatchObject({ how: 'restored' });
  });

  it('CLK-7 a jump goes on between commands, tells how far it is, and can be stopped', async () => {
    const { ask, open, posted } = worker();
    await open();
    await ask({ type: 'clock', order: { do: 'pause' } });
    const asked = await ask({ type: 'clock', order: { do: 'jump', seconds: 5 } });
    expect(asked).toMatchObject({ value: { clock: { jumping: true } } });
    const told = () => posted.flatMap((message) => (message.type === 'clock' ? [message.clock] : []));
    await vi.waitFor(() => expect(told().at(-1)?.jumping).toBe(false), 10_000);
    const from = asked.type === 'reply' && 'clock' in asked.value ? asked.value.clock.now : 0;
    expect((told().at(-1)?.now ?? 0) - from).toBeCloseTo(5, 3);
    const order = posted.map(({ type }) => type);
    expect(order.indexOf('clock')).toBeGreaterThan(order.lastIndexOf('reply'));
    await ask({ type: 'clock', order: { do: 'jump', seconds: 1_000_000 } });
    expect(await ask({ type: 'clock', order: { do: 'stop' } })).toMatchObject({ value: { clock: { jumping: false } } });
    expect(await ask({ type: 'clock', order: { do: 'pause' } })).toMatchObject({ value: { clock: { mode: 'pause' } } });
  });
});
