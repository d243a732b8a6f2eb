/**
 * A persistent hash-array-mapped trie. A map that was handed out never changes; an edit copies only the
 * path it touches, and edits made under one `Owner` copy each node at most once.
 */
export type Key = string | number;
/** Nodes made under an owner may be changed in place under that same owner. A fresh object each time. */
export type Owner = object;

interface Leaf<K, V> {
  readonly leaf: true;
  readonly hash: number;
  readonly key: K;
  readonly value: V;
}
interface Clash<K, V> {
  readonly leaf: false;
  readonly hash: number;
  readonly same: readonly Leaf<K, V>[];
}
interface Branch<K, V> {
  readonly leaf: undefined;
  owner: Owner | undefined;
  bits: number;
  slots: Node<K, V>[];
}
type Node<K, V> = Leaf<K, V> | Clash<K, V> | Branch<K, V>;

function hashOf(key: Key): number {
  if (typeof key === 'number') return key | 0;
  let h = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) h = Math.imul(h ^ key.charCodeAt(i), 0x01000193);
  h ^= h >>> 15;
  return Math.imul(h, 0x2c1b3c6d) | 0;
}

function popcount(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

const slotBit = (hash: number, shift: number): number => 1 << ((hash >>> shift) & 31);

function find<K, V>(root: Node<K, V> | undefined, hash: number, key: K): Leaf<K, V> | undefined {
  let node = root;
  for (let shift = 0; node !== undefined; shift += 5) {
    if (node.leaf === true) return node.hash === hash && node.key === key ? node : undefined;
    if (node.leaf === false) return node.hash === hash ? node.same.find((leaf) => leaf.key === key) : undefined;
    const bit = slotBit(hash, shift);
    if ((node.bits & bit) === 0) return undefined;
    node = node.slots[popcount(node.bits & (bit - 1))];
  }
  return undefined;
}

function owned<K, V>(branch: Branch<K, V>, owner: Owner | undefined): Branch<K, V> {
  if (owner !== undefined && branch.owner === owner) return branch;
  return { leaf: undefined, owner, bits: branch.bits, slots: branch.slots.slice() };
}

function join<K, V>(a: Leaf<K, V> | Clash<K, V>, b: Leaf<K, V>, shift: number, owner: Owner | undefined): Node<K, V> {
  if (a.hash === b.hash) return { leaf: false, hash: a.hash, same: a.leaf === true ? [a, b] : [...a.same, b] };
  const bitA = slotBit(a.hash, shift);
  const bitB = slotBit(b.hash, shift);
  if (bitA === bitB) return { leaf: undefined, owner, bits: bitA, slots: [join(a, b, shift + 5, owner)] };
  const aFirst = bitA >>> 0 < bitB >>> 0;
  return { leaf: undefined, owner, bits: bitA | bitB, slots: aFirst ? [a, b] : [b, a] };
}

function insert<K, V>(node: Node<K, V> | undefined, shift: number, leaf: Leaf<K, V>, owner: Owner | undefined): Node<K, V> {
  if (node === undefined) return leaf;
  if (node.leaf === true) return node.hash === leaf.hash && node.key === leaf.key ? leaf : join(node, leaf, shift, owner);
  if (node.leaf === false) {
    if (node.hash !== leaf.hash) return join(node, leaf, shift, owner);
    return { leaf: false, hash: node.hash, same: [...node.same.filter((other) => other.key !== leaf.key), leaf] };
  }
  const bit = slotBit(leaf.hash, shift);
  const at = popcount(node.bits & (bit - 1));
  const mine = owned(node, owner);
  if ((node.bits & bit) === 0) {
    mine.bits |= bit;
    mine.slots.splice(at, 0, leaf);
  } else {
    mine.slots[at] = insert(mine.slots[at], shift + 5, leaf, owner);
  }
  return mine;
}

function remove<K, V>(node: Node<K, V>, shift: number, hash: number, key: K, owner: Owner | undefined): Node<K, V> | undefined {
  if (node.leaf === true) return undefined;
  if (node.leaf === false) {
    const same = node.same.filter((leaf) => leaf.key !== key);
    return same.length === 1 ? same[0] : { leaf: false, hash, same };
  }
  const bit = slotBit(hash, shift);
  const at = popcount(node.bits & (bit - 1));
  const mine = owned(node, owner);
  const child = remove(mine.slots[at]!, shift + 5, hash, key, owner);
  if (child !== undefined) {
    mine.slots[at] = child;
  } else {
    mine.bits &= ~bit;
    mine.slots.splice(at, 1);
  }
  if (mine.slots.length === 0) return undefined;
  const only = mine.slots[0]!;
  return mine.slots.length === 1 && only.leaf !== undefined ? only : mine;
}

function* leaves<K, V>(node: Node<K, V> | undefined): Generator<Leaf<K, V>> {
  if (node === undefined) return;
  if (node.leaf === true) yield node;
  else if (node.leaf === false) yield* node.same;
  else for (const slot of node.slots) yield* leaves(slot);
}

function* changes<K, V>(a: Node<K, V> | undefined, b: Node<K, V> | undefined, shift: number): Generator<K> {
  if (a === b) return;
  if (a?.leaf === undefined && b?.leaf === undefined && a !== undefined && b !== undefined) {
    for (let bits = a.bits | b.bits; bits !== 0; bits &= bits - 1) {
      const bit = bits & -bits;
      const below = bit - 1;
      yield* changes(
        (a.bits & bit) === 0 ? undefined : a.slots[popcount(a.bits & below)],
        (b.bits & bit) === 0 ? undefined : b.slots[popcount(b.bits & below)],
        shift + 5,
      );
    }
    return;
  }
  const before = new Map<K, V>();
  for (const leaf of leaves(a)) before.set(leaf.key, leaf.value);
  for (const leaf of leaves(b)) {
    const same = before.has(leaf.key) && before.get(leaf.key) === leaf.value;
    before.delete(leaf.key);
    if (!same) yield leaf.key;
  }
  yield* before.keys();
}

export class PMap<K extends Key, V> {
  readonly size: number;
  readonly #root: Node<K, V> | undefined;

  private constructor(root: Node<K, V> | undefined, size: number) {
    this.#root = root;
    this.size = size;
  }

  static empty<K extends Key, V>(): PMap<K, V> {
    return new PMap<K, V>(undefined, 0);
  }

  get(key: K): V | undefined {
    return find(this.#root, hashOf(key), key)?.value;
  }

  has(key: K): boolean {
    return find(this.#root, hashOf(key), key) !== undefined;
  }

  /** A map with `key` set. With an owner, nodes that this owner made are reused: drop the map it was called on. */
  set(key: K, value: V, owner?: Owner): PMap<K, V> {
    const hash = hashOf(key);
    const old = find(this.#root, hash, key);
    if (old !== undefined && old.value === value) return this;
    const root = insert(this.#root, 0, { leaf: true, hash, key, value }, owner);
    return new PMap(root, old === undefined ? this.size + 1 : this.size);
  }

  delete(key: K, owner?: Owner): PMap<K, V> {
    const hash = hashOf(key);
    if (this.#root === undefined || find(this.#root, hash, key) === undefined) return this;
    return new PMap(remove(this.#root, 0, hash, key, owner), this.size - 1);
  }

  /** Entries in trie order: the same for equal histories, not sorted. */
  *entries(): Generator<[K, V]> {
    for (const leaf of leaves(this.#root)) yield [leaf.key, leaf.value];
  }

  *keys(): Generator<K> {
    for (const leaf of leaves(this.#root)) yield leaf.key;
  }

  *values(): Generator<V> {
    for (const leaf of leaves(this.#root)) yield leaf.value;
  }

  /** Keys whose value is not the same (===) in both maps. Parts that the maps share are skipped unread. */
  static *changedKeys<K extends Key, V>(a: PMap<K, V>, b: PMap<K, V>): Generator<K> {
    yield* changes(a.#root, b.#root, 0);
  }
}
