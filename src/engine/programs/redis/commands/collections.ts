import { OK } from '../resp.ts';
import { emptyHash, emptyList, emptySet, type Store } from '../store.ts';
import { CommandError, type Commands, globMatches, integer, range, read, type Session, write } from './command.ts';

/** A collection that has become empty is gone. */
function tidy(store: Store, key: string, size: number): void {
  store.changes++;
  if (size === 0) store.delete(key);
}

function push({ store }: Session, key: string, items: readonly string[], where: 'left' | 'right', only = false): number {
  const list = store.get(key, 'list');
  if (list === undefined && only) return 0;
  const target = list ?? emptyList();
  if (list === undefined) store.set(key, target);
  for (const item of items) {
    if (where === 'left') target.items.unshift(item);
    else target.items.push(item);
  }
  store.changes++;
  return target.items.length;
}

function pop({ store }: Session, key: string, count: string | undefined, where: 'left' | 'right'): string | string[] | null {
  const list = store.get(key, 'list');
  if (list === undefined) return null;
  const many = count === undefined ? 1 : integer(count);
  if (many < 0) throw new CommandError('ERR value is out of range, must be positive');
  const taken = where === 'left' ? list.items.splice(0, many) : list.items.splice(Math.max(0, list.items.length - many)).reverse();
  tidy(store, key, list.items.length);
  return count === undefined ? (taken[0] ?? null) : taken;
}

export const listCommands: Commands = {
  lpush: write(-3, ([key, ...items], session) => push(session, key!, items, 'left')),
  rpush: write(-3, ([key, ...items], session) => push(session, key!, items, 'right')),
  lpushx: write(-3, ([key, ...items], session) => push(session, key!, items, 'left', true)),
  rpushx: write(-3, ([key, ...items], session) => push(session, key!, items, 'right', true)),
  lpop: write(-2, ([key, count], session) => pop(session, key!, count, 'left')),
  rpop: write(-2, ([key, count], session) => pop(session, key!, count, 'right')),
  rpoplpush: write(3, ([from, to], session) => {
    const item = pop(session, from!, undefined, 'right');
    if (typeof item === 'string') push(session, to!, [item], 'left');
    return item;
  }),
  llen: read(2, ([key], { store }) => store.get(key!, 'list')?.items.length ?? 0),
  lindex: read(3, ([key, index], { store }) => store.get(key!, 'list')?.items.at(integer(index)) ?? null),
  lrange: read(4, ([key, start, stop], { store }) => {
    const items = store.get(key!, 'list')?.items ?? [];
    const found = range(integer(start), integer(stop), items.length);
    return found === undefined ? [] : items.slice(...found);
  }),
  lset: write(4, ([key, index, text], { store }) => {
    const items = store.get(key!, 'list')?.items;
    if (items === undefined) throw new CommandError('ERR no such key');
    const at = integer(index) < 0 ? items.length + integer(index) : integer(index);
    if (items[at] === undefined) throw new CommandError('ERR index out of range');
    items[at] = text!;
    store.changes++;
    return OK;
  }),
  lrem: write(4, ([key, count, text], { store }) => {
    const list = store.get(key!, 'list');
    if (list === undefined) return 0;
    const many = integer(count);
    const order = list.items.map((item, index) => (item === text ? index : -1)).filter((index) => index >= 0);
    const gone = new Set(many === 0 ? order : many > 0 ? order.slice(0, many) : order.slice(many));
    const kept = list.items.filter((_, index) => !gone.has(index));
    list.items.splice(0, list.items.length, ...kept);
    tidy(store, key!, kept.length);
    return gone.size;
  }),
  ltrim: write(4, ([key, start, stop], { store }) => {
    const list = store.get(key!, 'list');
    if (list === undefined) return OK;
    const found = range(integer(start), integer(stop), list.items.length);
    const kept = found === undefined ? [] : list.items.slice(...found);
    list.items.splice(0, list.items.length, ...kept);
    tidy(store, key!, kept.length);
    return OK;
  }),
};

function hset({ store }: Session, [key, ...pairs]: readonly string[], command: string): number {
  if (pairs.length === 0 || pairs.length % 2 !== 0) throw new CommandError(`ERR wrong number of arguments for '${command}' command`);
  const hash = store.get(key!, 'hash') ?? emptyHash();
  if (store.entry(key!) === undefined) store.set(key!, hash);
  const before = hash.fields.size;
  for (let i = 0; i < pairs.length; i += 2) hash.fields.set(pairs[i]!, pairs[i + 1]!);
  store.changes++;
  return hash.fields.size - before;
}

export const hashCommands: Commands = {
  hset: write(-4, (args, session) => hset(session, args, 'hset')),
  hmset: write(-4, (args, session) => (hset(session, args, 'hmset') >= 0 ? OK : OK)),
  hsetnx: write(4, ([key, field, text], session) =>
    session.store.get(key!, 'hash')?.fields.has(field!) === true ? 0 : hset(session, [key!, field!, text!], 'hsetnx'),
  ),
  hget: read(3, ([key, field], { store }) => store.get(key!, 'hash')?.fields.get(field!) ?? null),
  hmget: read(-3, ([key, ...fields], { store }) => fields.map((field) => store.get(key!, 'hash')?.fields.get(field) ?? null)),
  hgetall: read(2, ([key], { store }) => [...(store.get(key!, 'hash')?.fields ?? [])].flat()),
  hkeys: read(2, ([key], { store }) => [...(store.get(key!, 'hash')?.fields.keys() ?? [])]),
  hvals: read(2, ([key], { store }) => [...(store.get(key!, 'hash')?.fields.values() ?? [])]),
  hlen: read(2, ([key], { store }) => store.get(key!, 'hash')?.fields.size ?? 0),
  hexists: read(3, ([key, field], { store }) => Number(store.get(key!, 'hash')?.fields.has(field!) ?? false)),
  hdel: write(-3, ([key, ...fields], { store }) => {
    const hash = store.get(key!, 'hash');
    if (hash === undefined) return 0;
    const gone = fields.filter((field) => hash.fields.delete(field)).length;
    tidy(store, key!, hash.fields.size);
    return gone;
  }),
  hincrby: write(4, ([key, field, by], session) => {
    const next = integer(session.store.get(key!, 'hash')?.fields.get(field!) ?? '0') + integer(by);
    hset(session, [key!, field!, String(next)], 'hincrby');
    return next;
  }),
};

const membersOf = ({ store }: Session, key: string): ReadonlySet<string> => store.get(key, 'set')?.members ?? new Set<string>();

export const setCommands: Commands = {
  sadd: write(-3, ([key, ...members], { store }) => {
    const set = store.get(key!, 'set') ?? emptySet();
    if (store.entry(key!) === undefined) store.set(key!, set);
    const before = set.members.size;
    for (const member of members) set.members.add(member);
    store.changes++;
    return set.members.size - before;
  }),
  srem: write(-3, ([key, ...members], { store }) => {
    const set = store.get(key!, 'set');
    if (set === undefined) return 0;
    const gone = members.filter((member) => set.members.delete(member)).length;
    tidy(store, key!, set.members.size);
    return gone;
  }),
  smembers: read(2, ([key], session) => [...membersOf(session, key!)]),
  sismember: read(3, ([key, member], session) => Number(membersOf(session, key!).has(member!))),
  scard: read(2, ([key], session) => membersOf(session, key!).size),
  srandmember: read(
    -2,
    ([key], session) => [...membersOf(session, key!)][session.random(Math.max(1, membersOf(session, key!).size))] ?? null,
  ),
  spop: write(-2, ([key], session) => {
    const set = session.store.get(key!, 'set');
    if (set === undefined) return null;
    const member = [...set.members][session.random(set.members.size)]!;
    set.members.delete(member);
    tidy(session.store, key!, set.members.size);
    return member;
  }),
  sunion: read(-2, (keys, session) => [...new Set(keys.flatMap((key) => [...membersOf(session, key)]))]),
  sinter: read(-2, ([first, ...rest], session) =>
    [...membersOf(session, first!)].filter((member) => rest.every((key) => membersOf(session, key).has(member))),
  ),
  sdiff: read(-2, ([first, ...rest], session) =>
    [...membersOf(session, first!)].filter((member) => !rest.some((key) => membersOf(session, key).has(member))),
  ),
  sscan: read(-3, ([key, , ...options], session) => [
    '0',
    [...membersOf(session, key!)].filter((member) => globMatches(options[0]?.toLowerCase() === 'match' ? options[1]! : '*', member)),
  ]),
};
