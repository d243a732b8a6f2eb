import type { ByteString } from '../../kernel/index.ts';

export type Value =
  | { readonly type: 'string'; text: ByteString }
  | { readonly type: 'list'; readonly items: ByteString[] }
  | { readonly type: 'hash'; readonly fields: Map<ByteString, ByteString> }
  | { readonly type: 'set'; readonly members: Set<ByteString> }
  | { readonly type: 'zset'; readonly scores: Map<ByteString, number> };

export interface Entry {
  value: Value;
  /** When it goes, milliseconds since the epoch. */
  expires: number | undefined;
}

/** A key holds another kind of value than the command is for. */
export class WrongType extends Error {}

/** One numbered database. A key whose time has come is gone for whoever looks. */
export class Store {
  readonly #entries = new Map<ByteString, Entry>();
  readonly #now: () => number;
  /** Changes since the last save. */
  changes = 0;
  constructor(now: () => number) {
    this.#now = now;
  }
  entry(key: ByteString): Entry | undefined {
    const entry = this.#entries.get(key);
    if (entry?.expires === undefined || entry.expires > this.#now() * 1000) return entry;
    this.#entries.delete(key);
    return undefined;
  }
  /** The value of a type, made when there is none and `make` says how. Throws WrongType. */
  get<T extends Value['type']>(key: ByteString, type: T): Extract<Value, { type: T }> | undefined {
    const value = this.entry(key)?.value;
    if (value !== undefined && value.type !== type) throw new WrongType();
    return value as Extract<Value, { type: T }> | undefined;
  }
  set(key: ByteString, value: Value, expires?: number): void {
    this.#entries.set(key, { value, expires });
    this.changes++;
  }
  delete(key: ByteString): boolean {
    const there = this.entry(key) !== undefined;
    this.#entries.delete(key);
    if (there) this.changes++;
    return there;
  }
  clear(): void {
    this.#entries.clear();
    this.changes++;
  }
  /** Keys that are there, oldest first. */
  keys(): ByteString[] {
    return [...this.#entries.keys()].filter((key) => this.entry(key) !== undefined);
  }
}

/** An empty collection of a type. */
export const emptyList = (): Extract<Value, { type: 'list' }> => ({ type: 'list', items: [] });
export const emptyHash = (): Extract<Value, { type: 'hash' }> => ({ type: 'hash', fields: new Map() });
export const emptySet = (): Extract<Value, { type: 'set' }> => ({ type: 'set', members: new Set() });
export const emptyZset = (): Extract<Value, { type: 'zset' }> => ({ type: 'zset', scores: new Map() });
