import { expect, test } from 'vitest';
import { SIGNALS } from '../../kernel/index.ts';
import { ServiceMachine } from '../../testing/service.ts';
import { programs } from './index.ts';

const FILES = {
  '/etc/hosts': '127.0.0.1 localhost\n',
  '/etc/passwd': 'root:x:0:0:root:/root:/bin/sh\nmysql:x:0:0::/:/bin/sh\n',
  '/var/lib/mysql/keep': '',
  '/pg/keep': '',
  '/data/db/keep': '',
  '/usr/bin/mysqld': '*mysql',
  '/usr/bin/mysqladmin': '*mysql',
  '/usr/bin/initdb': '*postgres',
  '/usr/bin/pg_isready': '*postgres',
};
const undated = (text: string): string => text.replace(/^\S+Z 0/gm, 'T').replace(/^\S+ \S+ UTC/gm, 'T');

test('SRV-10 mysqld makes its data, listens, answers a ping and ends in order', async () => {
  const m = new ServiceMachine(programs, FILES);
  const env = { MYSQL_VERSION: '8.4.7-1.el9' };
  expect((await m.run(['mysqladmin', 'ping'], { env })).err).toContain("mysqladmin: connect to server at 'localhost' failed\n");
  expect(undated((await m.run(['mysqld'], { env })).err)).toContain(
    '[ERROR] [MY-010123] [Server] Fatal error: Please read "Security" section',
  );
  expect((await m.run(['mysqld', '--user=mysql', '--initialize-insecure'], { env })).code()).toBe(0);
  const job = m.start(['mysqld', '--user=mysql'], { env });
  await m.settle(3);
  expect(undated(job.err)).toContain(
    "T [System] [MY-010931] [Server] mysqld: ready for connections. Version: '8.4.7'  socket: '/var/run/mysqld/mysqld.sock'  port: 3306  MySQL Community Server - GPL.\n",
  );
  expect((await m.run(['mysqladmin', 'ping', '-h', 'localhost'], { env })).out).toBe('mysqld is alive\n');
  expect((await m.run(['mysql', '-e', 'SELECT 1'], { env })).err).toBe('strata: mysql: queries are not simulated\n');
  m.signal(job, SIGNALS.TERM);
  await m.settle(3);
  expect([job.code(), undated(job.err)]).toEqual([0, expect.stringContaining('mysqld: Shutdown complete (mysqld 8.4.7)')]);
});

test('SRV-11 postgres and mongod start, are ready, and stop', async () => {
  const m = new ServiceMachine(programs, FILES);
  const env = { PG_VERSION: '17.5', PGDATA: '/pg', MONGO_VERSION: '8.0.4' };
  expect((await m.run(['postgres'], { env })).err).toContain('"root" execution of the PostgreSQL server is not permitted.\n');
  const job = m.start(['mongod'], { env });
  await m.settle(2);
  expect(job.out).toContain('"msg":"Waiting for connections","attr":{"port":27017,"ssl":"off"}}\n');
  expect((await m.run(['mongosh', '--eval', "db.runCommand('ping').ok"], { env })).out).toBe('1\n');
  expect((await m.run(['pg_isready'], { env })).out).toBe('/var/run/postgresql:5432 - no response\n');
  m.signal(job, SIGNALS.TERM);
  await m.settle(2);
  expect(job.code()).toBe(0);
});
