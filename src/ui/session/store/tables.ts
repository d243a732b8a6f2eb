// The tables under the store, as a port: IndexedDB in the page, Maps in tests and where storage is denied.
import type { Box } from './box.ts';

export interface Tables {
  /** Records by lab id. */
  labs: unknown;
  /** What lists show of them; `digests` are the blobs that the record may name. */
  boxes: BoxRow;
  /** Records that could not be read, by lab and time. */
  aside: unknown;
  /** Uploaded bytes by SHA-256 (hexadecimal). */
  blobs: Uint8Array<ArrayBuffer>;
  /** About each blob: bytes, and when it was last put (milliseconds since the epoch). */
  sizes: { readonly bytes: number; readonly put: number };
}

export type TableName = keyof Tables;
export type BoxRow = Omit<Box, 'bytes'> & { readonly bytes: number; readonly digests: readonly string[] };

/** One transaction: everything in it happens or nothing does. Await nothing else in it. */
export interface Transaction {
  get<N extends TableName>(table: N, key: string): Promise<Tables[N] | undefined>;
  put<N extends TableName>(table: N, key: string, value: Tables[N]): Promise<void>;
  delete(table: TableName, key: string): Promise<void>;
  keys(table: TableName): Promise<readonly string[]>;
}

export interface Database {
  /** Rejects, and changes nothing, when the work throws or the device is full. */
  change<T>(tables: readonly TableName[], work: (transaction: Transaction) => Promise<T>): Promise<T>;
}
