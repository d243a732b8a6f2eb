// Redis: the server with its data, files and log, and the command line client.
// Knows RESP and Redis's words; refuses to know which image it runs in, beyond its version there.
// Not simulated, and refused by name: streams, scripts, clusters, replication, TLS, and what commands/index.ts lists.
import type { Process, Program, Run } from '../../kernel/index.ts';
import { redisCli } from './cli.ts';
import { redisServer } from './server.ts';

/** The programs are one executable in an image where they are links of each other: the name decides. */
function* byName(p: Process): Run {
  const name = p.argv[0]?.split('/').at(-1) ?? '';
  if (name === 'redis-cli') return yield* redisCli(p);
  if (name === 'redis-server') return yield* redisServer(p);
  yield* p.write(2, `${name}: not simulated by Strata\n`);
  return 126;
}

export const programs: Readonly<Record<string, Program>> = { redis: byName, 'redis-server': byName, 'redis-cli': byName };
