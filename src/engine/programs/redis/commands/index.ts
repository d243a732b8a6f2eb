// The commands of Redis on data. Knows keys and values; refuses to know connections, files and the server itself.
import { hashCommands, listCommands, setCommands } from './collections.ts';
import type { Commands } from './command.ts';
import { keyCommands } from './keys.ts';
import { sortedCommands } from './sorted.ts';
import { stringCommands } from './strings.ts';

export { CommandError, globMatches, type Session } from './command.ts';

export const dataCommands: Commands = {
  ...keyCommands,
  ...stringCommands,
  ...listCommands,
  ...hashCommands,
  ...setCommands,
  ...sortedCommands,
};

/** Commands that a real server has and this one does not. */
export const NOT_SIMULATED: ReadonlySet<string> = new Set(
  'acl asking bgrewriteaof bitcount bitfield bitop bitpos blmove blmpop blpop brpop brpoplpush bzmpop bzpopmax bzpopmin cluster copy dump eval evalsha evalsha_ro eval_ro failover fcall fcall_ro function geoadd geodist geohash geopos georadius geosearch getbit getex hincrbyfloat hrandfield hscan hstrlen latency lcs linsert lmove lmpop lolwut lpos memory migrate module monitor msetnx object pfadd pfcount pfmerge psubscribe psync pubsub punsubscribe readonly readwrite replconf replicaof reset restore script setbit sdiffstore sintercard sinterstore slaveof slowlog smismember smove sort sort_ro spublish ssubscribe sunionstore substr sunsubscribe swapdb sync unwatch wait watch xack xadd xautoclaim xclaim xdel xgroup xinfo xlen xpending xrange xread xreadgroup xrevrange xtrim zdiff zdiffstore zinter zinterstore zlexcount zmpop zmscore zpopmax zpopmin zrandmember zrangebylex zrangestore zremrangebylex zremrangebyrank zremrangebyscore zrevrangebylex zrevrangebyscore zrevrank zscan zunion zunionstore'.split(
    ' ',
  ),
);
