import { describe, expect, it } from 'vitest';
import { memoryStore, withSpareBlobs } from '../storage.ts';
import { memoryDatabase } from './memory-database.ts';
import type { LabRecord } from './record.ts';
import { shelfOver } from './shelf.ts';

const record = (...lines: string[]): LabRecord => ({
  version: 2,
  saved: JSON.stringify(lines),
  history: lines,
  commands: lines.length,
});

function shelf(content: Parameters<typeof memoryDatabase>[0] = {}) {
  const database = memoryDatabase(content);
  let time = 1_000_000;
  let made = 0;
  const pass = (ms: number) => {
    time += ms;
  };
  return { shelf: shelfOver(database, { now: () => time++, name: () => `box-${++made}` }), pass, database };
}

describe('boxes', () => {
  it('KEP-10 a lab that is saved is listed with its kind, its commands and its bytes; the last changed first', async () => {
    const { shelf: boxes } = shelf();
    await boxes.save('sandbox', record('docker ps'));
    await boxes.save('lesson-copy-on-write', record('docker ps', 'ls'));
    await boxes.save('sandbox', record('docker ps', 'ls', 'pwd'));
    const list = await boxes.list();
    expect(list.map(({ id, kind, commands }) => [id, kind, commands])).toEqual([
      ['sandbox', 'sandbox', 3],
      ['lesson-copy-on-write', 'lesson', 2],
    ]);
    expect(list[0]?.bytes).toBeGreaterThan(list[1]?.bytes ?? 0);
    expect(list[0]?.created).toBeLessThan(list[0]?.changed ?? 0);
    expect(await boxes.kept()).toBe(list.reduce((sum, { bytes }) => sum + bytes, 0));
  });

  it('KEP-11 a name stays when the lab is saved again, and when it is reset', async () => {
    const { shelf: boxes } = shelf();
    const { id } = await boxes.create('retag', record('docker ps'));
    await boxes.rename(id, 'retag lab');
    await boxes.save(id, record('docker ps', 'ls'));
    expect((await boxes.list())[0]).toMatchObject({ title: 'retag lab', commands: 2 });
    await boxes.forget(id);
    expect(await boxes.load(id)).toBeUndefined();
    expect((await boxes.list())[0]).toMatchObject({ title: 'retag lab', commands: 0, bytes: 0 });
  });

  it('KEP-11 a lab without a name that is reset is gone from the list', async () => {
    const { shelf: boxes } = shelf();
    await boxes.save('sandbox', record('docker ps'));
    await boxes.forget('sandbox');
    expect(await boxes.list()).toEqual([]);
  });

  it('KEP-12 a copy has its own id, and the two go their own ways', async () => {
    const { shelf: boxes } = shelf();
    await boxes.save('sandbox', record('docker ps'));
    const copy = await boxes.duplicate('sandbox', 'copy');
    await boxes.save('sandbox', record('docker ps', 'ls'));
    expect((await boxes.load(copy.id))?.commands).toBe(1);
    expect((await boxes.load('sandbox'))?.commands).toBe(2);
  });

  it('KEP-13 what is deleted comes back as it was', async () => {
    const { shelf: boxes, pass } = shelf();
    await boxes.create('one', record('docker ps'));
    const before = await boxes.list();
    const removed = await boxes.remove(before[0]?.id ?? '');
    expect(await boxes.list()).toEqual([]);
    pass(5000);
    if (removed) await boxes.restore(removed);
    expect(await boxes.list()).toEqual(before);
    expect(await boxes.load(before[0]?.id ?? '')).toEqual(record('docker ps'));
    expect(await boxes.remove('nothing')).toBeUndefined();
  });
});

describe('records that cannot be read', () => {
  const strange = { version: 99, what: 'else' };

  it('KEP-14 are put aside when they are met, and are offered as they were', async () => {
    const { shelf: boxes } = shelf({ labs: { sandbox: strange } });
    expect(await boxes.load('sandbox')).toBeUndefined();
    expect(await boxes.load('sandbox')).toBeUndefined();
    expect(await boxes.list()).toEqual([]);
    await boxes.save('sandbox', record('docker ps'));
    const asides = await boxes.asides();
    expect(asides).toMatchObject([{ lab: 'sandbox', bytes: JSON.stringify(strange).length }]);
    expect(JSON.parse((await boxes.aside(asides[0]?.key ?? '')) ?? '')).toEqual(strange);
    const key = asides[0]?.key ?? '';
    const removed = await boxes.removeAside(key);
    expect(await boxes.asides()).toEqual([]);
    await boxes.restoreAside(key, removed);
    expect(await boxes.asides()).toEqual(asides);
  });

  it('KEP-14 are put aside too when their box is deleted', async () => {
    const { shelf: boxes } = shelf({ labs: { sandbox: strange } });
    await boxes.remove('sandbox');
    expect(await boxes.asides()).toHaveLength(1);
  });
});

describe('blobs', () => {
  const bytes = new TextEncoder().encode('an archive');
  const digest = '7d58ab75ae7b1ebbb9e12b5bc4ea6c0e4fe1a1d7b5d3e9b8f7ee9f4d8d6c8a2e';

  it('KEP-15 are kept once, under their SHA-256', async () => {
    const { shelf: boxes } = shelf();
    const name = await boxes.putBlob(bytes);
    expect(name).toBe(await boxes.putBlob(bytes.slice()));
    expect(name).toMatch(/^[0-9a-f]{64}$/);
    expect(await boxes.blob(name)).toEqual(bytes);
    expect(await boxes.blob(digest)).toBeUndefined();
    expect(await boxes.kept()).toBe(bytes.length);
  });

  it('KEP-16 go when no box names them any more, but not while an upload is fresh', async () => {
    const { shelf: boxes, pass } = shelf();
    const name = await boxes.putBlob(bytes);
    expect(await boxes.sweep()).toBe(0);
    const naming = { ...record('docker load -i a.tar'), saved: JSON.stringify({ events: [{ kind: 'upload', digest: `sha256:${name}` }] }) };
    const { id } = await boxes.create('one', naming);
    const copy = await boxes.duplicate(id, 'two');
    expect(copy.bytes).toBeGreaterThan(bytes.length);
    pass(3_600_000);
    expect(await boxes.sweep()).toBe(0);
    await boxes.remove(id);
    expect(await boxes.sweep()).toBe(0);
    await boxes.remove(copy.id);
    expect(await boxes.sweep()).toBe(bytes.length);
    expect(await boxes.blob(name)).toBeUndefined();
  });
});

it('KEP-45 where nothing may be kept, uploads stay as long as the page; a full device is told', async () => {
  const bytes = new TextEncoder().encode('an archive');
  const refusing = (name: string) => ({ change: () => Promise.reject(new DOMException('no', name)) });
  const surroundings = { now: () => 0, name: () => 'box-1' };
  const denied = withSpareBlobs(shelfOver(refusing('SecurityError'), surroundings), memoryStore());
  const digest = await denied.putBlob(bytes);
  expect(await denied.blob(digest)).toEqual(bytes);
  await expect(denied.list()).rejects.toThrow('no');
  const full = withSpareBlobs(shelfOver(refusing('QuotaExceededError'), surroundings), memoryStore());
  await expect(full.putBlob(bytes)).rejects.toThrow('no');
});

it('KEP-17 a change that fails changes nothing', async () => {
  const { shelf: boxes, database } = shelf();
  await boxes.save('sandbox', record('docker ps'));
  await expect(
    database.change(['labs', 'boxes'], async (transaction) => {
      await transaction.delete('labs', 'sandbox');
      throw new DOMException('full', 'QuotaExceededError');
    }),
  ).rejects.toThrow('full');
  expect(await boxes.load('sandbox')).toEqual(record('docker ps'));
});
