import { describe, expect, it, vi } from 'vitest';
import type { Channel } from './client.ts';
import type { Message, Request, StartState } from './protocol.ts';
import { createSession } from './session.ts';
import type { LabRecord, LabStore } from './storage.ts';
import { fakeEngine } from './testdata/fake-engine.ts';
import { hostEngine } from './worker-host.ts';

const start: StartState = { cwd: '/root/app', seed: 1, files: { a: 'apple\n' }, bytes: {}, run: [] };

/** A worker on this thread. `deaf` makes it ignore signals, as one stuck in a loop would; `answers` as a command that catches them. */
function channel(options: { deaf?: boolean; answers?: boolean } = {}): Channel {
  const made: Channel = { onmessage: null, onerror: null, postMessage: () => {}, terminate: () => {} };
  let alive = true;
  const say = (data: Message) => queueMicrotask(() => alive && made.onmessage?.({ data } as MessageEvent<Message>));
  const receive = hostEngine(fakeEngine, {
    post: (message) => say(structuredClone(message)),
    turn: () => new Promise((resolve) => setImmediate(resolve)),
    sleep: (ms, wake) => Promise.race([wake, new Promise<void>((resolve) => setTimeout(resolve, ms))]),
  });
  made.postMessage = (request: Request) => {
    if (options.deaf && request.type === 'signal') {
      if (options.answers) say({ type: 'reply', id: request.id, value: { stopped: true } });
      return;
    }
    receive(structuredClone(request));
  };
  made.terminate = () => {
    alive = false;
  };
  setTimeout(() => say({ type: 'hello' }), 5);
  return made;
}

function memory(first?: LabRecord) {
  const records = new Map<string, LabRecord>(first ? [['lab', first]] : []);
  const aside: LabRecord[] = [];
  const store: LabStore = {
    load: async (lab) => records.get(lab),
    save: async (lab, record) => void records.set(lab, structuredClone(record)),
    putAside: async (_, record) => void aside.push(record),
    forget: async (lab) => void records.delete(lab),
  };
  return { store, records, aside };
}

const make = (store: LabStore, connect = () => channel()) => createSession({ id: 'lab', start, store, connect });

describe('session', () => {
  it('LES-57 requests made before the worker listens are kept for it', async () => {
    const session = make(memory().store);
    await session.open(80, 24);
    expect(session.status.value).toBe('ready');
    expect((await session.listFiles('/root/app')).map((file) => file.name)).toEqual(['a']);
  });

  it('LES-55 saves after every command and every edit, and is there again', async () => {
    const { store, records } = memory();
    const first = make(store);
    await first.open(80, 24);
    await first.run('make web:1');
    await first.run('false');
    await first.writeFile('/root/app/b', 'banana\n');
    await vi.waitFor(() => expect(records.get('lab')?.log.length).toBe(3));
    const second = make(store);
    await second.open(80, 24);
    expect(second.notice.value?.key).toBe('lab.restored');
    expect(second.turns.value.map((turn) => [turn.number, turn.line, turn.exit, turn.output])).toEqual([
      [1, 'make web:1', 0, 'made\n'],
      [2, 'false', 1, ''],
    ]);
    expect(second.view.value?.machines[0]?.images.map((image) => image.tags)).toEqual([['web:1']]);
    expect((await second.readFile('/root/app/b')).content).toBe('banana\n');
    expect(await second.run('echo third')).toBe(0);
    expect(second.turns.value.at(-1)?.number).toBe(3);
  });

  it('LES-55 what cannot be restored is put aside and told, never overwritten in silence', async () => {
    const record: LabRecord = {
      version: 1,
      log: [],
      turns: [{ number: 1, line: 'x', exit: 0, output: '', prompt: '$ ' }],
      history: [],
      saved: '{',
    };
    const { store, aside } = memory(record);
    const session = make(store);
    await session.open(80, 24);
    expect(session.notice.value).toMatchObject({ key: 'lab.unreadable', why: expect.stringMatching(/JSON/) });
    expect(aside).toEqual([record]);
    expect(session.status.value).toBe('ready');
  });

  it('LES-58 without storage the lab works, and says so', async () => {
    const broken: LabStore = {
      load: () => Promise.reject(new Error('denied')),
      save: () => Promise.reject(new Error('denied')),
      putAside: async () => {},
      forget: async () => {},
    };
    const session = make(broken);
    await session.open(80, 24);
    expect(session.notice.value?.key).toBe('lab.nosave');
    expect(await session.run('echo hi')).toBe(0);
  });

  it('LES-58 a full device is told, and the work stays in the page', async () => {
    const { store } = memory();
    const session = make({ ...store, save: () => Promise.reject(new DOMException('full', 'QuotaExceededError')) });
    await session.open(80, 24);
    await session.run('make web:1');
    await vi.waitFor(() => expect(session.notice.value?.key).toBe('lab.full'));
    expect(session.view.value?.machines[0]?.images.length).toBe(1);
  });

  it('LES-59 a worker that does not take a signal is replaced by one as it was before the command', async () => {
    const { store, records } = memory();
    let made = 0;
    const session = make(store, () => channel({ deaf: made++ === 0 }));
    await session.open(80, 24);
    await session.run('make web:1');
    await vi.waitFor(() => expect(records.get('lab')?.saved).toBeDefined());
    const ended = session.run('loop');
    await vi.waitFor(() => expect(session.status.value).toBe('running'));
    session.interrupt();
    expect(await ended).toBe(1);
    await vi.waitFor(() => expect(session.status.value).toBe('ready'), 5000);
    expect(made).toBe(2);
    expect(session.view.value?.machines[0]?.images.map((image) => image.tags)).toEqual([['web:1']]);
    expect(await session.run('echo alive')).toBe(0);
  });

  it('LES-59 a command that swallows interrupts is ended by the third', async () => {
    let made = 0;
    const session = make(memory().store, () => channel({ deaf: made++ === 0, answers: true }));
    await session.open(80, 24);
    const ended = session.run('loop');
    await vi.waitFor(() => expect(session.status.value).toBe('running'));
    session.interrupt();
    session.interrupt();
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(session.status.value).toBe('running');
    session.interrupt();
    expect(await ended).toBe(1);
    await vi.waitFor(() => expect(session.status.value).toBe('ready'), 5000);
    expect(made).toBe(2);
  });

  it('LES-56 starting over stops what runs and forgets what was saved', async () => {
    const { store, records } = memory();
    const session = make(store);
    await session.open(80, 24);
    await session.run('make web:1');
    void session.run('loop');
    await vi.waitFor(() => expect(session.status.value).toBe('running'));
    await session.reset();
    expect(session.status.value).toBe('ready');
    expect(session.turns.value).toEqual([]);
    expect(session.view.value?.machines[0]?.images).toEqual([]);
    expect(records.size).toBe(0);
  });

  it('LES-85 whoever edits is asked to save before a command runs', async () => {
    const session = make(memory().store);
    await session.open(80, 24);
    const order: string[] = [];
    session.onBeforeRun(async () => void order.push('saved'));
    session.onOutput((text, shown) => {
      order.push(text);
      shown();
    });
    await session.run('echo ran');
    expect(order).toEqual(['saved', 'ran\n']);
  });
});
