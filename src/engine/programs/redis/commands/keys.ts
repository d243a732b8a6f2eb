import { OK } from '../resp.ts';
import { CommandError, type Commands, globMatches, integer, read, type Session, syntax, write } from './command.ts';

function expireAt(session: Session, key: string, at: number, condition?: string): number {
  const entry = session.store.entry(key);
  if (entry === undefined) return 0;
  const mode = condition?.toLowerCase();
  if (mode === 'nx' && entry.expires !== undefined) return 0;
  if (mode === 'xx' && entry.expires === undefined) return 0;
  if (mode === 'gt' && (entry.expires === undefined || at <= entry.expires)) return 0;
  if (mode === 'lt' && entry.expires !== undefined && at >= entry.expires) return 0;
  if (at <= session.now) session.store.delete(key);
  else entry.expires = at;
  session.store.changes++;
  return 1;
}

function left(session: Session, key: string, unit: number): number {
  const entry = session.store.entry(key);
  if (entry === undefined) return -2;
  return entry.expires === undefined ? -1 : Math.round((entry.expires - session.now) / unit);
}

function rename(session: Session, from: string, to: string): void {
  const entry = session.store.entry(from);
  if (entry === undefined) throw new CommandError('ERR no such key');
  session.store.delete(from);
  session.store.set(to, entry.value, entry.expires);
}

/** Commands on keys of any type. */
export const keyCommands: Commands = {
  del: write(-2, (keys, { store }) => keys.filter((key) => store.delete(key)).length),
  unlink: write(-2, (keys, { store }) => keys.filter((key) => store.delete(key)).length),
  exists: read(-2, (keys, { store }) => keys.filter((key) => store.entry(key) !== undefined).length),
  touch: read(-2, (keys, { store }) => keys.filter((key) => store.entry(key) !== undefined).length),
  type: read(2, ([key], { store }) => ({ status: store.entry(key!)?.value.type ?? 'none' })),
  keys: read(2, ([pattern], { store }) => store.keys().filter((key) => globMatches(pattern!, key))),
  dbsize: read(1, (_, { store }) => store.keys().length),
  randomkey: read(1, (_, { store, random }) => store.keys()[random(store.keys().length)] ?? null),
  expire: write(-3, ([key, seconds, condition], session) => expireAt(session, key!, session.now + integer(seconds) * 1000, condition)),
  pexpire: write(-3, ([key, ms, condition], session) => expireAt(session, key!, session.now + integer(ms), condition)),
  expireat: write(-3, ([key, at, condition], session) => expireAt(session, key!, integer(at) * 1000, condition)),
  pexpireat: write(-3, ([key, at, condition], session) => expireAt(session, key!, integer(at), condition)),
  ttl: read(2, ([key], session) => left(session, key!, 1000)),
  pttl: read(2, ([key], session) => left(session, key!, 1)),
  persist: write(2, ([key], { store }) => {
    const entry = store.entry(key!);
    if (entry?.expires === undefined) return 0;
    entry.expires = undefined;
    store.changes++;
    return 1;
  }),
  rename: write(3, ([from, to], session) => {
    rename(session, from!, to!);
    return OK;
  }),
  renamenx: write(3, ([from, to], session) => {
    if (session.store.entry(to!) !== undefined) return 0;
    rename(session, from!, to!);
    return 1;
  }),
  move: write(3, ([key, index], session) => {
    const target = session.stores[integer(index)];
    const entry = session.store.entry(key!);
    if (target === undefined) throw new CommandError('ERR value is out of range');
    if (entry === undefined || target.entry(key!) !== undefined) return 0;
    session.store.delete(key!);
    target.set(key!, entry.value, entry.expires);
    return 1;
  }),
  scan: read(-2, ([cursor, ...options], { store }) => {
    integer(cursor);
    let pattern = '*';
    let type: string | undefined;
    for (let i = 0; i < options.length; i += 2) {
      const name = options[i]!.toLowerCase();
      if (name === 'match') pattern = options[i + 1]!;
      else if (name === 'type') type = options[i + 1]!;
      else if (name !== 'count') syntax();
    }
    return ['0', store.keys().filter((key) => globMatches(pattern, key) && (type === undefined || store.entry(key)!.value.type === type))];
  }),
  flushdb: write(-1, (_, { store }) => {
    store.clear();
    return OK;
  }),
  flushall: write(-1, (_, { stores }) => {
    for (const store of stores) store.clear();
    return OK;
  }),
  select: read(2, ([index], session) => {
    const number = integer(index);
    if (session.stores[number] === undefined) throw new CommandError('ERR DB index is out of range');
    session.select(number);
    return OK;
  }),
};
