// A lab's memory on this device: named boxes and the blobs they upload, in IndexedDB. Knows no engine and no component.
import type { Usage } from './store/box.ts';
import { deviceDatabase } from './store/device-database.ts';
import { memoryDatabase } from './store/memory-database.ts';
import { type Shelf, type Surroundings, shelfOver } from './store/shelf.ts';

export type { Aside, Box, Usage } from './store/box.ts';
export { sha256 } from './store/digest.ts';
export { emptyRecord, type LabRecord } from './store/record.ts';

/** What a session needs: its record. Every method rejects when the browser forbids storage or the device is full. */
export type LabStore = Pick<Shelf, 'load' | 'save' | 'putAside' | 'forget'>;
/** What uploads need. */
export type BlobStore = Pick<Shelf, 'blob' | 'putBlob'>;

export interface DeviceStore extends Shelf {
  usage(): Promise<Usage>;
  /** Asks the browser not to clear this site's data by itself; resolves with whether it promised. */
  persist(): Promise<boolean>;
}

/** One store for the page. Opens lazily; every method rejects when the browser forbids storage or the device is full. */
export function deviceStore(): DeviceStore {
  device ??= storeOver(withSpareBlobs(shelfOver(deviceDatabase(), surroundings), memoryStore()));
  return device;
}

/** The same, in memory: nothing outlives the page. */
export function memoryStore(): DeviceStore {
  return storeOver(shelfOver(memoryDatabase(), surroundings));
}

/** Where nothing may be kept, uploads stay as long as the page does. A full device is told instead: what is kept there would name what is not. */
export function withSpareBlobs(shelf: Shelf, spare: BlobStore): Shelf {
  const full = (error: unknown) => error instanceof DOMException && error.name === 'QuotaExceededError';
  return {
    ...shelf,
    blob: async (digest) => (await spare.blob(digest)) ?? shelf.blob(digest),
    putBlob: (bytes) =>
      shelf.putBlob(bytes).catch((error: unknown) => {
        if (full(error)) throw error;
        return spare.putBlob(bytes);
      }),
  };
}

let device: DeviceStore | undefined;

function storeOver(shelf: Shelf): DeviceStore {
  const manager = globalThis.navigator?.storage;
  return {
    ...shelf,
    usage: async () => {
      const { usage: used, quota } = (await manager?.estimate?.().catch(() => undefined)) ?? {};
      return {
        kept: await shelf.kept(),
        ...(used === undefined ? {} : { used }),
        ...(quota === undefined ? {} : { quota }),
        persisted: (await manager?.persisted?.().catch(() => false)) ?? false,
      };
    },
    persist: async () => (await manager?.persist?.().catch(() => false)) ?? false,
  };
}

const surroundings: Surroundings = { now: () => Date.now(), name: () => newName() };
const newName = (): string => `box-${Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) => (byte % 36).toString(36)).join('')}`;
