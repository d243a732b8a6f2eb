import { decodeText, encodeText, type Process, type Run, SIGNALS, type Step, SysError } from '../../kernel/index.ts';
import { installedVersion, timestamp } from '../service/index.ts';
import { answers, makeData, optionOf, serve } from './serve.ts';

const FILES = [
  'base/',
  'global/',
  'pg_wal/',
  'pg_xact/',
  'pg_tblspc/',
  'pg_logical/',
  'postgresql.conf',
  'pg_hba.conf',
  'pg_ident.conf',
  'PG_VERSION',
];
const versionOf = (p: Process): string => installedVersion(p, 'PG_VERSION', ['postgresql'], '18.1').version;

/** initdb: makes a data directory. */
export function* initdb(p: Process): Run {
  const args = p.argv.slice(1).map(decodeText);
  const data = optionOf(args, '--pgdata', '-D') ?? decodeText(p.env.get('PGDATA') ?? '');
  if (p.credentials.uid === 0) {
    yield* p.write(
      2,
      'initdb: error: cannot be run as root\ninitdb: hint: Please log in (using, e.g., "su") as the (unprivileged) user that will own the server process.\n',
    );
    return 1;
  }
  yield* p.write(
    1,
    encodeText(
      `The files belonging to this database system will be owned by user "postgres".\nThis user must also own the server process.\n\nThe database cluster will be initialized with locale "en_US.utf8".\nThe default database encoding has accordingly been set to "UTF8".\nThe default text search configuration will be set to "english".\n\nData page checksums are enabled.\n\nfixing permissions on existing directory ${data} ... ok\ncreating subdirectories ... ok\nselecting dynamic shared memory implementation ... posix\ncreating configuration files ... ok\n`,
    ),
  );
  try {
    makeData(p, data, FILES);
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    yield* p.write(2, encodeText(`initdb: error: could not create directory "${data}": ${error.message}\n`));
    return 1;
  }
  yield* p.sleep(1);
  yield* p.write(
    1,
    encodeText(
      `running bootstrap script ... ok\nperforming post-bootstrap initialization ... ok\nsyncing data to disk ... ok\n\n\nSuccess. You can now start the database server using:\n\n    pg_ctl -D ${data} -l logfile start\n\n`,
    ),
  );
  return 0;
}

/** The server: listens on 5432 and logs as the real one does. */
export function* postgres(p: Process): Run {
  const args = p.argv.slice(1).map(decodeText);
  const version = versionOf(p);
  if (args.includes('--version') || args.includes('-V')) {
    yield* p.write(1, `postgres (PostgreSQL) ${version}\n`);
    return 0;
  }
  if (p.credentials.uid === 0) {
    yield* p.write(
      2,
      '"root" execution of the PostgreSQL server is not permitted.\nThe server must be started under an unprivileged user ID to prevent\npossible system security compromise.  See the documentation for\nmore information on how to properly start the server.\n',
    );
    return 1;
  }
  const data = optionOf(args, '-D') ?? decodeText(p.env.get('PGDATA') ?? '');
  if (!p.fs.exists(encodeText(`${data}/postgresql.conf`))) {
    yield* p.write(
      2,
      encodeText(`postgres: could not access the server configuration file "${data}/postgresql.conf": No such file or directory\n`),
    );
    return 2;
  }
  const port = Number(optionOf(args, '-p') ?? 5432);
  const say = function* (text: string): Step<void> {
    const ms = String(Math.floor((p.now() % 1) * 1000)).padStart(3, '0');
    yield* p.write(2, encodeText(`${timestamp(p.now(), '-', ' ')}.${ms} UTC [${p.pid}] ${text}\n`));
  };
  return yield* serve(p, {
    port,
    greeting: '',
    *begin() {
      yield* say(`LOG:  starting PostgreSQL ${version} on x86_64-pc-linux-gnu, compiled by gcc, 64-bit`);
      yield* say(`LOG:  listening on IPv4 address "0.0.0.0", port ${port}`);
      yield* say(`LOG:  listening on Unix socket "/var/run/postgresql/.s.PGSQL.${port}"`);
      yield* p.sleep(0.1);
      yield* say('LOG:  database system is ready to accept connections');
    },
    *refuse(error) {
      yield* say(`LOG:  could not bind IPv4 address "0.0.0.0": ${error.message}`);
      yield* say(`HINT:  Is another postmaster already running on port ${port}? If not, wait a few seconds and retry.`);
      yield* say('FATAL:  could not create any TCP/IP sockets');
    },
    *end(signal) {
      yield* say(`LOG:  received ${signal === SIGNALS.TERM ? 'smart' : signal === SIGNALS.INT ? 'fast' : 'immediate'} shutdown request`);
      yield* say('LOG:  shutting down');
      yield* p.sleep(0.1);
      yield* say('LOG:  database system is shut down');
    },
  });
}

/** pg_isready. */
export function* pgIsReady(p: Process): Run {
  const args = p.argv.slice(1).map(decodeText);
  const host = optionOf(args, '--host', '-h');
  const port = Number(optionOf(args, '--port', '-p') ?? 5432);
  const fine = yield* answers(p, host ?? '127.0.0.1', port);
  yield* p.write(1, encodeText(`${host ?? '/var/run/postgresql'}:${port} - ${fine ? 'accepting connections' : 'no response'}\n`));
  return fine ? 0 : 2;
}
