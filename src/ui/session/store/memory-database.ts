// Tables in memory: for tests, and for pages that may not store anything.
import type { Database, TableName, Tables, Transaction } from './tables.ts';

export type Content = { [N in TableName]?: Record<string, Tables[N]> };

export function memoryDatabase(first: Content = {}): Database {
  const rows = (name: TableName) => new Map<string, unknown>(Object.entries(first[name] ?? {}));
  let tables: Record<TableName, Map<string, unknown>> = {
    labs: rows('labs'),
    boxes: rows('boxes'),
    aside: rows('aside'),
    blobs: rows('blobs'),
    sizes: rows('sizes'),
  };
  let last: Promise<unknown> = Promise.resolve();
  return {
    change: (_, work) => {
      const run = last.then(async () => {
        const draft = {
          labs: new Map(tables.labs),
          boxes: new Map(tables.boxes),
          aside: new Map(tables.aside),
          blobs: new Map(tables.blobs),
          sizes: new Map(tables.sizes),
        };
        const transaction: Transaction = {
          get: async <N extends TableName>(table: N, key: string) => structuredClone(draft[table].get(key)) as Tables[N] | undefined,
          put: async (table, key, value) => void draft[table].set(key, structuredClone(value)),
          delete: async (table, key) => void draft[table].delete(key),
          keys: async (table) => [...draft[table].keys()],
        };
        const result = await work(transaction);
        tables = draft;
        return result;
      });
      last = run.catch(() => {});
      return run;
    },
  };
}
