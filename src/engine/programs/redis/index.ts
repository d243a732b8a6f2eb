// Redis: the server with its data, files and log, and the command line client.
// Knows RESP and Redis's words; refuses to know which image it runs in, beyond its version there.
// Not simulated, and refused by name: streams, scripts, clusters, replication, TLS, and what commands/index.ts lists.
import type { Process, Program } from '../../kernel/index.ts';
import { redisCli } from './cli.ts';
import { redisServer } from './server.ts';

/** Both programs are one executable in an image where they are links of each other: the name decides. */
const byName: Program = (p: Process) => (/redis-cli$/.test(p.argv[0] ?? '') ? redisCli(p) : redisServer(p));

export const programs: Readonly<Record<string, Program>> = { redis: byName, 'redis-server': byName, 'redis-cli': redisCli };
