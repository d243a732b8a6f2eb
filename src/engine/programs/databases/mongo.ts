import { decodeText, encodeText, type Process, type Run, type Step, SysError } from '../../kernel/index.ts';
import { installedVersion, timestamp } from '../service/index.ts';
import { answers, makeData, noQueries, optionOf, serve } from './serve.ts';

/** mongod: listens on 27017 and logs in JSON, as since 4.4. */
export function* mongod(p: Process): Run {
  const args = p.argv.slice(1).map(decodeText);
  const { version } = installedVersion(p, 'MONGO_VERSION', ['mongodb-org-server'], '8.2.2');
  if (args.includes('--version')) {
    yield* p.write(1, `db version v${version}\n`);
    return 0;
  }
  const data = optionOf(args, '--dbpath') ?? '/data/db';
  const port = Number(optionOf(args, '--port') ?? 27_017);
  const json = Number(version.split('.')[0]) > 4;
  const say = function* (level: string, area: string, id: number, message: string, attr?: object): Step<void> {
    const time = `${timestamp(p.now(), '-', 'T')}.${String(Math.floor((p.now() % 1) * 1000)).padStart(3, '0')}`;
    const line = json
      ? JSON.stringify({
          t: { $date: `${time}+00:00` },
          s: level,
          c: area,
          id,
          ctx: 'initandlisten',
          msg: message,
          ...(attr === undefined ? {} : { attr }),
        })
      : `${time}+0000 ${level} ${area.padEnd(8)} [initandlisten] ${message.toLowerCase()}${attr === undefined ? '' : ` ${Object.values(attr).join(' ')}`}`;
    yield* p.write(1, encodeText(`${line}\n`));
  };
  yield* say('I', 'CONTROL', 4615611, 'MongoDB starting', { pid: p.pid, port, dbPath: data, architecture: '64-bit', host: p.ns.hostname });
  try {
    if (!p.fs.exists(encodeText(data))) throw new SysError('ENOENT');
    makeData(p, data, ['journal/', 'diagnostic.data/', 'WiredTiger', 'WiredTiger.wt', 'mongod.lock', 'storage.bson']);
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    yield* say('E', 'CONTROL', 20557, 'DBException in initAndListen, terminating', {
      error: `NonExistentPath: Data directory ${data} not found. Create the missing directory or specify another path using (1) the --dbpath command line option, or (2) by adding the 'storage.dbPath' option in the configuration file.`,
    });
    return 100;
  }
  return yield* serve(p, {
    port,
    greeting: '',
    *begin() {
      yield* p.sleep(0.3);
      yield* say('I', 'NETWORK', 23015, 'Listening on', { address: '0.0.0.0' });
      yield* say('I', 'NETWORK', 23016, 'Waiting for connections', { port, ssl: 'off' });
    },
    *refuse(error) {
      yield* say('E', 'CONTROL', 20568, 'Error setting up listener', {
        error: { code: 9001, codeName: 'SocketException', errmsg: error.message },
      });
    },
    *end(signal) {
      yield* say('I', 'CONTROL', 23377, 'Received signal', { signal, error: signal === 15 ? 'Terminated' : 'Interrupt' });
      yield* say('I', 'CONTROL', 23138, 'Shutting down', { exitCode: 0 });
    },
  });
}

/** The shell: `--eval` of a ping is answered; all else is not simulated. */
export function* mongoShell(p: Process): Run {
  const args = p.argv.slice(1).map(decodeText);
  const script = optionOf(args, '--eval') ?? '';
  const host = optionOf(args, '--host') ?? '127.0.0.1';
  if (!(yield* answers(p, host, Number(optionOf(args, '--port') ?? 27_017)))) {
    yield* p.write(2, encodeText(`MongoNetworkError: connect ECONNREFUSED ${host}:27017\n`));
    return 1;
  }
  if (
    !/^\s*(?:print(?:json)?\()?db\.(?:adminCommand|runCommand)\(\s*(?:\{\s*['"]?ping['"]?\s*:\s*1\s*\}|['"]ping['"])\s*\)(?:\.ok)?\)?;?\s*$/.test(
      script,
    )
  )
    return yield* noQueries(p, 'mongosh');
  yield* p.write(1, /\.ok/.test(script) ? '1\n' : '{ ok: 1 }\n');
  return 0;
}
