// The tables in IndexedDB. Version 1 had `labs` and `aside`; version 2 adds what lists show, and blobs.
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { rowOf } from './row.ts';
import type { Database, TableName, Tables, Transaction } from './tables.ts';

type Schema = DBSchema & { [N in TableName]: { key: string; value: Tables[N] } };

/** Opens lazily. Another tab that needs a newer version is let through, and this one opens anew when it next asks. */
export function deviceDatabase(name = 'strata'): Database {
  let opened: Promise<IDBPDatabase<Schema>> | undefined;
  const open = () => {
    opened ??= openDB<Schema>(name, 2, {
      async upgrade(database, from, _, transaction) {
        const make = (table: TableName) => database.createObjectStore(table);
        if (from < 1) {
          make('labs');
          make('aside');
        }
        if (from < 2) {
          make('boxes');
          make('blobs');
          make('sizes');
          const labs = transaction.objectStore('labs');
          const boxes = transaction.objectStore('boxes');
          for (const id of await labs.getAllKeys()) await boxes.put(rowOf(id, await labs.get(id), undefined, Date.now()), id);
        }
      },
      blocking: (_, __, event) => {
        (event.target as IDBDatabase).close();
        opened = undefined;
      },
      terminated: () => {
        opened = undefined;
      },
    }).catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return opened;
  };
  return {
    change: async (names, work) => {
      const transaction = (await open()).transaction([...names], 'readwrite');
      const over: Transaction = {
        get: <N extends TableName>(table: N, key: string) => transaction.objectStore(table).get(key) as Promise<Tables[N] | undefined>,
        put: async (table, key, value) => void (await transaction.objectStore(table).put(value, key)),
        delete: (table, key) => transaction.objectStore(table).delete(key),
        keys: (table) => transaction.objectStore(table).getAllKeys(),
      };
      try {
        const result = await work(over);
        await transaction.done;
        return result;
      } catch (error) {
        transaction.done.catch(() => {});
        try {
          transaction.abort();
        } catch {
          // It has ended by itself: the error tells why.
        }
        throw transaction.error ?? error;
      }
    },
  };
}
