// Boxes and blobs over tables. What cannot be read is put aside, never overwritten; a blob goes when no box names it any more.
import type { Aside, Box, Removed } from './box.ts';
import { sha256 } from './digest.ts';
import { emptyRecord, isReadable, type LabRecord } from './record.ts';
import { rowOf } from './row.ts';
import type { BoxRow, Database, Transaction } from './tables.ts';

/** Milliseconds that a blob stays although nothing names it: between its upload and the first save, and while deleting can be undone. */
const grace = 10 * 60_000;

export interface Shelf {
  load(lab: string): Promise<LabRecord | undefined>;
  /** Makes the box when there is none. */
  save(lab: string, record: LabRecord): Promise<void>;
  putAside(lab: string, record: LabRecord): Promise<void>;
  forget(lab: string): Promise<void>;
  /** Uploaded bytes by SHA-256 (hexadecimal), if they are on this device. */
  blob(digest: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Keeps bytes and resolves with their SHA-256 (hexadecimal). Idempotent. */
  putBlob(bytes: Uint8Array): Promise<string>;
  /** Last changed first. */
  list(): Promise<readonly Box[]>;
  /** A new sandbox from a record, under an id of its own. */
  create(title: string, record: LabRecord): Promise<Box>;
  rename(id: string, title: string): Promise<void>;
  duplicate(id: string, title: string): Promise<Box>;
  /** Resolves with what `restore` needs to bring it back. */
  remove(id: string): Promise<Removed | undefined>;
  restore(removed: Removed): Promise<void>;
  asides(): Promise<readonly Aside[]>;
  /** The record that was put aside, as JSON. */
  aside(key: string): Promise<string | undefined>;
  /** Resolves with what `restoreAside` needs to bring it back. */
  removeAside(key: string): Promise<unknown>;
  restoreAside(key: string, record: unknown): Promise<void>;
  /** Deletes blobs that no box names; resolves with the bytes that were freed. */
  sweep(): Promise<number>;
  /** Bytes of all records and blobs. */
  kept(): Promise<number>;
}

export interface Surroundings {
  /** Milliseconds since the epoch. */
  now(): number;
  /** A new box's id. */
  name(): string;
}

export function shelfOver(database: Database, { now, name }: Surroundings): Shelf {
  const asideKey = (lab: string) => `${lab} ${new Date(now()).toISOString()}`;

  const keep = async (transaction: Transaction, lab: string, record: LabRecord, title?: string): Promise<BoxRow> => {
    const row = rowOf(lab, record, await transaction.get('boxes', lab), now());
    const named = title === undefined ? row : { ...row, title };
    await transaction.put('labs', lab, record);
    await transaction.put('boxes', lab, named);
    return named;
  };

  /** Takes the record out of a box. A sandbox that has a name stays in the list; any other is gone until it is saved again. */
  const empty = async (transaction: Transaction, lab: string): Promise<void> => {
    await transaction.delete('labs', lab);
    const row = await transaction.get('boxes', lab);
    if (row && row.title !== '') await transaction.put('boxes', lab, { ...row, commands: 0, bytes: 0, digests: [], changed: now() });
    else await transaction.delete('boxes', lab);
  };

  /** What of a row is shown: with the bytes of its uploads. */
  const boxOf = async (transaction: Transaction, { digests, ...box }: BoxRow, blobs: ReadonlySet<string>): Promise<Box> => {
    let { bytes } = box;
    for (const digest of digests) if (blobs.has(digest)) bytes += (await transaction.get('sizes', digest))?.bytes ?? 0;
    return { ...box, bytes };
  };

  const rows = async (transaction: Transaction): Promise<BoxRow[]> => {
    const all: BoxRow[] = [];
    for (const id of await transaction.keys('boxes')) {
      const row = await transaction.get('boxes', id);
      if (row) all.push(row);
    }
    return all;
  };

  return {
    load: (lab) =>
      database.change(['labs', 'boxes', 'aside'], async (transaction) => {
        const record = await transaction.get('labs', lab);
        if (record === undefined || isReadable(record)) return record;
        await transaction.put('aside', asideKey(lab), record);
        await empty(transaction, lab);
        return undefined;
      }),
    save: (lab, record) => database.change(['labs', 'boxes'], async (transaction) => void (await keep(transaction, lab, record))),
    putAside: (lab, record) => database.change(['aside'], (transaction) => transaction.put('aside', asideKey(lab), record)),
    forget: (lab) => database.change(['labs', 'boxes'], (transaction) => empty(transaction, lab)),
    blob: (digest) => database.change(['blobs'], (transaction) => transaction.get('blobs', digest)),
    putBlob: async (bytes) => {
      // What is a part of something larger would be kept with all of it.
      const own = (bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice()) as Uint8Array<ArrayBuffer>;
      const digest = await sha256(own);
      await database.change(['blobs', 'sizes'], async (transaction) => {
        if (!(await transaction.get('sizes', digest))) await transaction.put('blobs', digest, own);
        await transaction.put('sizes', digest, { bytes: own.length, put: now() });
      });
      return digest;
    },
    list: () =>
      database.change(['boxes', 'sizes'], async (transaction) => {
        const blobs = new Set(await transaction.keys('sizes'));
        const boxes: Box[] = [];
        for (const row of await rows(transaction)) boxes.push(await boxOf(transaction, row, blobs));
        return boxes.sort((a, b) => b.changed - a.changed || (a.id < b.id ? -1 : 1));
      }),
    create: (title, record) =>
      database.change(['labs', 'boxes', 'sizes'], async (transaction) => {
        const row = await keep(transaction, name(), record, title);
        return boxOf(transaction, row, new Set(await transaction.keys('sizes')));
      }),
    rename: (id, title) =>
      database.change(['boxes'], async (transaction) => {
        const row = (await transaction.get('boxes', id)) ?? rowOf(id, emptyRecord, undefined, now());
        await transaction.put('boxes', id, { ...row, title });
      }),
    duplicate: (id, title) =>
      database.change(['labs', 'boxes', 'sizes'], async (transaction) => {
        const record = await transaction.get('labs', id);
        const row = await keep(transaction, name(), isReadable(record) ? record : emptyRecord, title);
        return boxOf(transaction, row, new Set(await transaction.keys('sizes')));
      }),
    remove: (id) =>
      database.change(['labs', 'boxes', 'sizes', 'aside'], async (transaction) => {
        const record = await transaction.get('labs', id);
        const row = await transaction.get('boxes', id);
        await transaction.delete('labs', id);
        await transaction.delete('boxes', id);
        if (record !== undefined && !isReadable(record)) await transaction.put('aside', asideKey(id), record);
        if (row === undefined) return undefined;
        const box = await boxOf(transaction, row, new Set(await transaction.keys('sizes')));
        return { box, record: isReadable(record) ? record : emptyRecord };
      }),
    restore: ({ box, record }) =>
      database.change(['labs', 'boxes'], async (transaction) => {
        const row = await keep(transaction, box.id, record, box.title);
        await transaction.put('boxes', box.id, { ...row, created: box.created, changed: box.changed });
      }),
    asides: () =>
      database.change(['aside'], async (transaction) => {
        const all: Aside[] = [];
        for (const key of await transaction.keys('aside')) {
          const at = key.lastIndexOf(' ');
          const bytes = JSON.stringify(await transaction.get('aside', key))?.length ?? 0;
          all.push({ key, lab: key.slice(0, at), when: Date.parse(key.slice(at + 1)), bytes });
        }
        return all;
      }),
    aside: (key) => database.change(['aside'], async (transaction) => JSON.stringify(await transaction.get('aside', key))),
    removeAside: (key) =>
      database.change(['aside'], async (transaction) => {
        const record = await transaction.get('aside', key);
        await transaction.delete('aside', key);
        return record;
      }),
    restoreAside: (key, record) => database.change(['aside'], (transaction) => transaction.put('aside', key, record)),
    sweep: () =>
      database.change(['boxes', 'blobs', 'sizes'], async (transaction) => {
        const named = new Set((await rows(transaction)).flatMap(({ digests }) => digests));
        let freed = 0;
        for (const digest of await transaction.keys('sizes')) {
          const about = await transaction.get('sizes', digest);
          if (named.has(digest) || about === undefined || now() - about.put < grace) continue;
          await transaction.delete('blobs', digest);
          await transaction.delete('sizes', digest);
          freed += about.bytes;
        }
        return freed;
      }),
    kept: () =>
      database.change(['boxes', 'sizes'], async (transaction) => {
        let bytes = 0;
        for (const row of await rows(transaction)) bytes += row.bytes;
        for (const digest of await transaction.keys('sizes')) bytes += (await transaction.get('sizes', digest))?.bytes ?? 0;
        return bytes;
      }),
  };
}
