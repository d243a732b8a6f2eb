import { describe, expect, it, vi } from 'vitest';
import type { Channel } from './client.ts';
import type { Message } from './protocol.ts';
import { createSession } from './session.ts';
import { type LabRecord, type LabStore, memoryStore } from './storage.ts';
import { channel, start } from './testdata/machine.ts';

const tag = 'docker tag busybox web:1';
const loop = 'while :; do :; done';

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
    await session.open();
    expect(session.status.value).toBe('ready');
    expect((await session.listFiles('/root/app')).map((file) => file.name)).toEqual(['a']);
  });

  it('LES-55 saves after every command and every edit, and is there again', async () => {
    const { store, records } = memory();
    const first = make(store);
    await first.open();
    await first.run(tag);
    await first.run('false');
    await first.writeFile('/root/app/b', 'banana\n');
    await vi.waitFor(() => expect(records.get('lab')?.saved).toContain('banana'));
    const second = make(store);
    await second.open();
    expect(second.notice.value?.key).toBe('lab.restored');
    expect(second.turns.value.map((turn) => [turn.number, turn.line, turn.exit, turn.output])).toEqual([
      [1, tag, 0, ''],
      [2, 'false', 1, ''],
    ]);
    expect(second.view.value?.machines[0]?.images.map((image) => image.tags)).toEqual([['busybox:latest', 'web:1']]);
    expect((await second.readFile('/root/app/b')).content).toBe('banana\n');
    expect(await second.run('echo third')).toBe(0);
    expect(second.turns.value.at(-1)?.number).toBe(4);
  });

  it('LES-27 what a command changes is told from the moment before it, however often its state was told meanwhile', async () => {
    const { store } = memory();
    const real = channel();
    let last: MessageEvent<Message> | undefined;
    const between: Channel = {
      ...real,
      onmessage: null,
      // As a long build: its state is told once before it has ended.
      postMessage: (request) => real.postMessage(request),
    };
    real.onmessage = (event) => {
      if (event.data.type === 'timeline') last = event;
      else if (event.data.type === 'state' && last) {
        between.onmessage?.(event);
        between.onmessage?.(last);
        between.onmessage?.(event);
        last = undefined;
      } else between.onmessage?.(event);
    };
    const session = make(store, () => between);
    await session.open();
    await session.run(tag);
    const tags = (view: typeof session.view.value) => view?.machines[0]?.images.flatMap((image) => image.tags);
    expect(tags(session.view.value)).toEqual(['busybox:latest', 'web:1']);
    expect(tags(session.before.value)).toEqual(['busybox:latest']);
  });

  it('LES-55 what cannot be restored is put aside and told, never overwritten in silence', async () => {
    const record: LabRecord = { version: 2, saved: '{', history: [], commands: 1 };
    const { store, aside } = memory(record);
    const session = make(store);
    await session.open();
    expect(session.notice.value).toMatchObject({ key: 'lab.unreadable', why: expect.stringMatching(/JSON/) });
    expect(aside).toMatchObject([{ saved: '{' }]);
    expect(session.status.value).toBe('ready');
  });

  it('LES-55 what cannot even be put aside stays where it is', async () => {
    const { store, records } = memory({ version: 2, saved: '{', history: [], commands: 1 });
    const session = make({ ...store, putAside: () => Promise.reject(new DOMException('full', 'QuotaExceededError')) });
    await session.open();
    expect(session.notice.value?.key).toBe('lab.nosave');
    await session.run(tag);
    await session.save();
    expect(records.get('lab')?.saved).toBe('{');
  });

  it('LES-58 without storage the lab works, and says so', async () => {
    const broken: LabStore = {
      load: () => Promise.reject(new Error('denied')),
      save: () => Promise.reject(new Error('denied')),
      putAside: async () => {},
      forget: async () => {},
    };
    const session = make(broken);
    await session.open();
    expect(session.notice.value?.key).toBe('lab.nosave');
    expect(await session.run('echo hi')).toBe(0);
  });

  it('LES-58 a full device is told, the work stays in the page, and is kept when there is room again', async () => {
    const { store, records } = memory();
    let full = true;
    const session = make({
      ...store,
      save: (...kept) => (full ? Promise.reject(new DOMException('full', 'QuotaExceededError')) : store.save(...kept)),
    });
    await session.open();
    await session.run(tag);
    await vi.waitFor(() => expect(session.notice.value?.key).toBe('lab.full'));
    expect(session.view.value?.machines[0]?.images[0]?.tags).toContain('web:1');
    full = false;
    await session.run('echo there is room again');
    await vi.waitFor(() => expect(session.notice.value).toBeUndefined());
    expect(records.get('lab')?.saved).toContain(tag);
  });

  it('LES-59 a worker that does not take a signal is replaced by one as it was before the command', async () => {
    const { store, records } = memory();
    let made = 0;
    const session = make(store, () => channel({ deaf: made++ === 0 }));
    await session.open();
    await session.run(tag);
    await vi.waitFor(() => expect(records.get('lab')?.saved).toBeDefined());
    const ended = session.run(loop);
    await vi.waitFor(() => expect(session.status.value).toBe('running'));
    session.interrupt();
    expect(await ended).toBe(1);
    await vi.waitFor(() => expect(session.status.value).toBe('ready'), 5000);
    expect(made).toBe(2);
    expect(session.view.value?.machines[0]?.images.map((image) => image.tags)).toEqual([['busybox:latest', 'web:1']]);
    expect(await session.run('echo alive')).toBe(0);
  });

  it('LES-59 a command that swallows interrupts is ended by the third', async () => {
    let made = 0;
    const session = make(memory().store, () => channel({ deaf: made++ === 0, answers: true }));
    await session.open();
    const ended = session.run(loop);
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

  it('LES-56 starting over stops what runs and keeps what was done in the timeline', async () => {
    const session = make(memory().store);
    await session.open();
    await session.run(tag);
    const ended = session.run(loop);
    await vi.waitFor(() => expect(session.status.value).toBe('running'));
    await session.reset();
    expect(await ended).toBe(130);
    expect(session.status.value).toBe('ready');
    expect(session.turns.value).toEqual([]);
    expect(session.view.value?.machines[0]?.images.map((image) => image.tags)).toEqual([['busybox:latest']]);
    expect(session.timeline.value.points.map(({ number, label }) => [number, label])).toEqual([
      [0, ''],
      [1, tag],
      [2, loop],
    ]);
    await session.go(1);
    expect(session.view.value?.machines[0]?.images[0]?.tags).toContain('web:1');
  });

  it('TML-4 an earlier point is looked at without going there, and the next command comes after now', async () => {
    const session = make(memory().store);
    await session.open();
    await session.run(tag);
    await session.run('docker rmi web:1');
    await session.look(1);
    expect(session.shown.value).toMatchObject({ live: false, point: 1 });
    expect(session.shown.value.view?.machines[0]?.images[0]?.tags).toContain('web:1');
    expect(session.shown.value.before?.machines[0]?.images[0]?.tags).not.toContain('web:1');
    expect(session.view.value?.machines[0]?.images[0]?.tags).not.toContain('web:1');
    await session.run('docker tag busybox web:2');
    expect(session.shown.value).toMatchObject({ live: true, point: 3 });
    expect(session.timeline.value.points.at(-1)?.parent).toBe(2);
  });

  it('TML-5 the whole tree is there again after it was saved, names and branches too', async () => {
    const store = memoryStore();
    const first = make(store);
    await first.open();
    await first.run(tag);
    await first.go('undo');
    await first.run('docker tag busybox web:2');
    await first.namePoint(1, 'before the change');
    const text = await first.save();
    const second = createSession({ id: 'other', start, store, connect: () => channel(), saved: text });
    await second.open();
    expect(second.timeline.value).toMatchObject({
      head: 2,
      points: [{ number: 0 }, { number: 1, parent: 0, name: 'before the change' }, { number: 2, parent: 0 }],
    });
    expect(second.turns.value).toEqual(first.turns.value);
    await second.look(1);
    expect(second.shown.value.view).toEqual({ ...second.shown.value.view, ...(await lookedAt(first, 1)) });
  });

  it('KEP-1 an upload is named by its digest and read from the device again', async () => {
    const store = memoryStore();
    const session = make(store);
    await session.open();
    const bytes = new Uint8Array([0, 255, 1, 254]);
    await session.upload('/root/app/b.bin', bytes);
    expect([...(await session.readBytes('/root/app/b.bin'))]).toEqual([0, 255, 1, 254]);
    const text = await session.save();
    expect(text).toMatch(/"blob":"[0-9a-f]{64}"/);
    await session.rename('/root/app/b.bin', '/root/app/c.bin');
    expect((await session.listFiles('/root/app')).map(({ name }) => name)).toEqual(['a', 'c.bin']);
  });

  it('LES-85 whoever edits is asked to save before a command runs', async () => {
    const session = make(memory().store);
    await session.open();
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

async function lookedAt(session: ReturnType<typeof make>, point: number) {
  await session.look(point);
  return session.shown.value.view;
}
