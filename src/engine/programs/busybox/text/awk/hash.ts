interface Item<T> {
  readonly name: string;
  value: T;
  next: Item<T> | undefined;
}

const SIZES = [251, 1021, 4093, 16_381, 65_521];

/** The hash of a name: bytes from 128 count as negative, as C's char does. */
function hashOf(name: string): number {
  let hash = 0;
  for (let i = 0; i < name.length; i++) {
    const byte = name.charCodeAt(i);
    hash = ((byte < 128 ? byte : byte - 256) + Math.imul(hash, 63)) | 0;
  }
  return hash >>> 0;
}

/**
 * A table from names to values that is walked in busybox's order: by bucket, and in a bucket the newest first. Programs
 * show that order with `for (key in array)`.
 */
export class HashTable<T> {
  readonly #index = new Map<string, Item<T>>();
  #buckets: (Item<T> | undefined)[] = new Array(61);
  #grown = 0;

  get size(): number {
    return this.#index.size;
  }
  has(name: string): boolean {
    return this.#index.has(name);
  }
  get(name: string): T | undefined {
    return this.#index.get(name)?.value;
  }
  set(name: string, value: T): void {
    const item = this.#index.get(name);
    if (item !== undefined) {
      item.value = value;
      return;
    }
    if (this.#index.size + 1 > this.#buckets.length * 8) this.#grow();
    const bucket = hashOf(name) % this.#buckets.length;
    const made: Item<T> = { name, value, next: this.#buckets[bucket] };
    this.#buckets[bucket] = made;
    this.#index.set(name, made);
  }
  delete(name: string): void {
    const item = this.#index.get(name);
    if (item === undefined) return;
    this.#index.delete(name);
    const bucket = hashOf(name) % this.#buckets.length;
    let at = this.#buckets[bucket];
    if (at === item) {
      this.#buckets[bucket] = item.next;
      return;
    }
    while (at !== undefined && at.next !== item) at = at.next;
    if (at !== undefined) at.next = item.next;
  }
  clear(): void {
    this.#index.clear();
    this.#buckets = new Array(61);
    this.#grown = 0;
  }

  names(): string[] {
    const names: string[] = [];
    for (const bucket of this.#buckets) for (let item = bucket; item !== undefined; item = item.next) names.push(item.name);
    return names;
  }

  #grow(): void {
    const size = SIZES[this.#grown];
    if (size === undefined) return;
    this.#grown++;
    const buckets: (Item<T> | undefined)[] = new Array(size);
    for (const bucket of this.#buckets) {
      for (let item = bucket; item !== undefined; ) {
        const after: Item<T> | undefined = item.next;
        const to = hashOf(item.name) % size;
        item.next = buckets[to];
        buckets[to] = item;
        item = after;
      }
    }
    this.#buckets = buckets;
  }
}
