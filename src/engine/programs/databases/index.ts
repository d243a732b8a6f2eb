// Databases as a lesson meets them: they make their data, listen, log, are asked whether they live, and end in order.
// Knows what MySQL, MariaDB, PostgreSQL and MongoDB say; refuses queries: those are not simulated and say so.
import type { Process, Program, Run } from '../../kernel/index.ts';
import { mongod, mongoShell } from './mongo.ts';
import { mysqladmin, mysqld } from './mysql.ts';
import { initdb, pgIsReady, postgres } from './postgres.ts';
import { noQueries } from './serve.ts';

/** One executable has many names: the last part of argv[0] decides. */
function* byName(p: Process): Run {
  const name = p.argv[0]?.split('/').at(-1) ?? '';
  if (name === 'mysqld') return yield* mysqld(p, p.env.has('MARIADB_VERSION'));
  if (name === 'mariadbd') return yield* mysqld(p, true);
  if (name === 'mysqladmin' || name === 'mariadb-admin') return yield* mysqladmin(p);
  if (name === 'postgres') return yield* postgres(p);
  if (name === 'initdb') return yield* initdb(p);
  if (name === 'pg_isready') return yield* pgIsReady(p);
  if (name === 'mongod') return yield* mongod(p);
  if (name === 'mongo' || name === 'mongosh') return yield* mongoShell(p);
  return yield* noQueries(p, name);
}

export const programs: Readonly<Record<string, Program>> = {
  mysql: byName,
  mariadb: byName,
  postgres: byName,
  mongo: byName,
  mongod: byName,
  mongosh: byName,
};
