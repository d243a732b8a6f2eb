import { emptyZset } from '../store.ts';
import { CommandError, type Commands, float, integer, numberText, range, read, type Session, syntax, write } from './command.ts';

/** Members by score, then by name. */
const ordered = ({ store }: Session, key: string): [string, number][] =>
  [...(store.get(key, 'zset')?.scores ?? [])].sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1));

function bound(text: string): (score: number, low: boolean) => boolean {
  const open = text.startsWith('(');
  const value = float(open ? text.slice(1) : text);
  return (score, low) => (low ? (open ? score > value : score >= value) : open ? score < value : score <= value);
}

const flatten = (rows: readonly [string, number][], scores: boolean): string[] =>
  rows.flatMap(([member, score]) => (scores ? [member, numberText(score)] : [member]));

function zrange(session: Session, key: string, start: string, stop: string, options: readonly string[], reverse: boolean): string[] {
  const flags = options.map((option) => option.toLowerCase());
  if (flags.some((flag) => !['withscores', 'rev', 'byscore'].includes(flag))) syntax();
  const backwards = reverse || flags.includes('rev');
  const rows = backwards ? ordered(session, key).reverse() : ordered(session, key);
  if (flags.includes('byscore')) {
    const [low, high] = backwards ? [stop, start] : [start, stop];
    const [from, to] = [bound(low), bound(high)];
    return flatten(
      rows.filter(([, score]) => from(score, true) && to(score, false)),
      flags.includes('withscores'),
    );
  }
  const found = range(integer(start), integer(stop), rows.length);
  return found === undefined ? [] : flatten(rows.slice(...found), flags.includes('withscores'));
}

/** Commands on sorted sets. */
export const sortedCommands: Commands = {
  zadd: write(-4, ([key, ...rest], { store }) => {
    const flags: string[] = [];
    while (/^(?:nx|xx|gt|lt|ch|incr)$/i.test(rest[0] ?? '')) flags.push(rest.shift()!.toLowerCase());
    if (rest.length === 0 || rest.length % 2 !== 0) syntax();
    const zset = store.get(key!, 'zset') ?? emptyZset();
    if (store.entry(key!) === undefined) store.set(key!, zset);
    let [added, changed] = [0, 0];
    for (let i = 0; i < rest.length; i += 2) {
      const old = zset.scores.get(rest[i + 1]!);
      const score = float(rest[i]);
      if ((flags.includes('nx') && old !== undefined) || (flags.includes('xx') && old === undefined)) continue;
      if (old === undefined) added++;
      else if (old !== score) changed++;
      zset.scores.set(rest[i + 1]!, score);
    }
    store.changes++;
    return flags.includes('ch') ? added + changed : added;
  }),
  zincrby: write(4, ([key, by, member], { store }) => {
    const zset = store.get(key!, 'zset') ?? emptyZset();
    if (store.entry(key!) === undefined) store.set(key!, zset);
    const next = (zset.scores.get(member!) ?? 0) + float(by);
    zset.scores.set(member!, next);
    store.changes++;
    return numberText(next);
  }),
  zrem: write(-3, ([key, ...members], { store }) => {
    const zset = store.get(key!, 'zset');
    if (zset === undefined) return 0;
    const gone = members.filter((member) => zset.scores.delete(member)).length;
    if (zset.scores.size === 0) store.delete(key!);
    return gone;
  }),
  zcard: read(2, ([key], { store }) => store.get(key!, 'zset')?.scores.size ?? 0),
  zscore: read(3, ([key, member], { store }) => {
    const score = store.get(key!, 'zset')?.scores.get(member!);
    return score === undefined ? null : numberText(score);
  }),
  zrank: read(3, ([key, member], session) => {
    const at = ordered(session, key!).findIndex(([each]) => each === member);
    return at < 0 ? null : at;
  }),
  zcount: read(
    4,
    ([key, low, high], session) =>
      ordered(session, key!).filter(([, score]) => bound(low!)(score, true) && bound(high!)(score, false)).length,
  ),
  zrange: read(-4, ([key, start, stop, ...options], session) => zrange(session, key!, start!, stop!, options, false)),
  zrevrange: read(-4, ([key, start, stop, ...options], session) => zrange(session, key!, start!, stop!, options, true)),
  zrangebyscore: read(-4, ([key, low, high, ...options], session) => {
    if (options.some((option) => option.toLowerCase() !== 'withscores')) throw new CommandError('ERR strata: LIMIT is not simulated');
    return zrange(session, key!, low!, high!, [...options, 'byscore'], false);
  }),
};
