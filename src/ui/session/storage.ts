// A lab's memory on this device: one record per lab in IndexedDB. What cannot be read is put aside, never overwritten.
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Verdict } from '../../grader/index.ts';
import type { LogEntry } from './protocol.ts';

export interface TurnRecord {
  readonly number: number;
  readonly line: string;
  readonly exit: number;
  /** What the command printed, cut at `outputLimit`. */
  readonly output: string;
  /** The prompt it was typed at. */
  readonly prompt: string;
}

export const outputLimit = 16_000;

export interface LabRecord {
  readonly version: 1;
  readonly log: readonly LogEntry[];
  readonly turns: readonly TurnRecord[];
  readonly history: readonly string[];
  readonly saved?: string;
  readonly verdict?: Verdict;
}

interface Schema extends DBSchema {
  labs: { key: string; value: LabRecord };
  /** Records that could not be restored, by lab and time. */
  aside: { key: string; value: unknown };
}

export interface LabStore {
  load(lab: string): Promise<LabRecord | undefined>;
  save(lab: string, record: LabRecord): Promise<void>;
  putAside(lab: string, record: LabRecord): Promise<void>;
  forget(lab: string): Promise<void>;
}

/** Opens lazily; every method rejects when the browser forbids storage or the device is full. */
export function deviceStore(): LabStore {
  let database: Promise<IDBPDatabase<Schema>> | undefined;
  const open = () => {
    database ??= openDB<Schema>('strata', 1, {
      upgrade(db) {
        db.createObjectStore('labs');
        db.createObjectStore('aside');
      },
    });
    return database;
  };
  return {
    load: async (lab) => {
      const record = await (await open()).get('labs', lab);
      return record?.version === 1 ? record : undefined;
    },
    save: async (lab, record) => void (await (await open()).put('labs', record, lab)),
    putAside: async (lab, record) => void (await (await open()).put('aside', record, `${lab} ${new Date().toISOString()}`)),
    forget: async (lab) => (await open()).delete('labs', lab),
  };
}
