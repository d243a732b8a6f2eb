import { decodeText, encodeText, type Process, type Run, SysError } from '../../kernel/index.ts';
import { accountNamed, installedVersion, timestamp } from '../service/index.ts';
import { answers, makeData, noQueries, optionOf, serve } from './serve.ts';

const FILES = [
  'mysql/',
  'performance_schema/',
  'sys/',
  'auto.cnf',
  'ibdata1',
  'ib_logfile0',
  'mysql.ibd',
  'undo_001',
  'undo_002',
  'ca.pem',
  'server-cert.pem',
  'server-key.pem',
];

/** The server of MySQL and MariaDB: it makes its data directory, listens on 3306, and logs as they do. */
export function* mysqld(p: Process, maria: boolean): Run {
  const args = p.argv.slice(1).map(decodeText);
  const { version } = installedVersion(
    p,
    maria ? 'MARIADB_VERSION' : 'MYSQL_VERSION',
    [maria ? 'mariadb-server' : 'mysql-server'],
    maria ? '11.8.5' : '8.4.7',
  );
  const name = p.argv[0]!;
  const data = optionOf(args, '--datadir', '-h') ?? '/var/lib/mysql';
  const port = Number(optionOf(args, '--port', '-P') ?? 3306);
  const at = (): string =>
    maria
      ? `${timestamp(p.now(), '-', ' ')} 0`
      : `${timestamp(p.now(), '-', 'T')}.${String(Math.floor((p.now() % 1) * 1e6)).padStart(6, '0')}Z 0`;
  const say = function* (kind: 'System' | 'Warning' | 'ERROR', code: string, text: string): ReturnType<typeof p.write> {
    yield* p.write(
      2,
      encodeText(maria ? `${at()} [${kind === 'System' ? 'Note' : kind}] ${text}\n` : `${at()} [${kind}] [MY-${code}] [Server] ${text}\n`),
    );
  };
  if (args.includes('--version') || args.includes('-V')) {
    yield* p.write(
      1,
      `${name}  Ver ${version}${maria ? '-MariaDB' : ''} for Linux on x86_64 (${maria ? 'mariadb.org binary distribution' : 'MySQL Community Server - GPL'})\n`,
    );
    return 0;
  }
  const user = optionOf(args, '--user', '-u');
  if (p.credentials.uid === 0) {
    const account = user === undefined ? undefined : accountNamed(p, user);
    if (account === undefined && user !== 'root') {
      yield* say('ERROR', '010123', `Fatal error: Please read "Security" section of the manual to find out how to run mysqld as root!`);
      yield* say('ERROR', '010119', 'Aborting');
      return 1;
    }
    if (account !== undefined) p.setCredentials(account);
  }
  if (args.some((arg) => arg.startsWith('--initialize'))) {
    yield* say('System', '013169', `${name} (mysqld ${version}) initializing of server in progress as process ${p.pid}`);
    try {
      makeData(p, data, FILES);
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      yield* say(
        'ERROR',
        '013236',
        `The designated data directory ${data}/ is unusable. You can remove all files that the server added to it.`,
      );
      yield* say('ERROR', '010119', 'Aborting');
      return 1;
    }
    yield* p.sleep(2);
    return 0;
  }
  yield* say('System', '010116', `${name} (mysqld ${version}) starting as process ${p.pid}`);
  if (!p.fs.exists(encodeText(`${data}/mysql`))) {
    yield* say('ERROR', '010095', `Failed to access data directory for '${data}/': the server has not been initialised`);
    yield* say('ERROR', '010119', 'Aborting');
    return 1;
  }
  const edition = maria ? 'mariadb.org binary distribution' : 'MySQL Community Server - GPL';
  return yield* serve(p, {
    port,
    greeting: `J\0\0\0\x0a${version}\0`,
    *begin() {
      yield* p.sleep(0.8);
      yield* say(
        'System',
        '010931',
        `${name}: ready for connections. Version: '${version}${maria ? '-MariaDB' : ''}'  socket: '/var/run/mysqld/mysqld.sock'  port: ${port}  ${edition}.`,
      );
    },
    *refuse(error) {
      yield* say('ERROR', '010262', `Can't start server: Bind on TCP/IP port: ${error.message}`);
      yield* say('ERROR', '010257', `Do you already have another mysqld server running on port: ${port} ?`);
      yield* say('ERROR', '010119', 'Aborting');
    },
    *end() {
      if (!maria)
        yield* say('System', '013172', `Received SHUTDOWN from user <via user signal>. Shutting down mysqld (Version: ${version}).`);
      yield* p.sleep(0.5);
      yield* say('System', '010910', maria ? `${name}: Shutdown complete` : `${name}: Shutdown complete (mysqld ${version})  ${edition}.`);
    },
  });
}

/** `mysqladmin ping`, and what says that it is not simulated. */
export function* mysqladmin(p: Process): Run {
  const args = p.argv.slice(1).map(decodeText);
  if (!args.includes('ping')) return yield* noQueries(p, 'mysqladmin');
  const host = optionOf(args, '--host', '-h') ?? 'localhost';
  if (yield* answers(p, host === 'localhost' ? '127.0.0.1' : host, Number(optionOf(args, '--port', '-P') ?? 3306))) {
    yield* p.write(1, 'mysqld is alive\n');
    return 0;
  }
  const why =
    host === 'localhost'
      ? "Can't connect to local MySQL server through socket '/var/run/mysqld/mysqld.sock' (2)"
      : `Can't connect to MySQL server on '${host}:3306' (111)`;
  yield* p.write(
    2,
    encodeText(
      `mysqladmin: connect to server at '${host}' failed\nerror: '${why}'\nCheck that mysqld is running${host === 'localhost' ? " and that the socket: '/var/run/mysqld/mysqld.sock' exists!" : ` on ${host} and that the port is 3306.`}\n`,
    ),
  );
  return 1;
}
