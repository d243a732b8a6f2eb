import {
  type ByteString,
  encodeText,
  fromBytes,
  type Process,
  type Run,
  SIGNALS,
  type Signal,
  type Step,
  SysError,
  TURN,
  toBytes,
} from '../../kernel/index.ts';
import { Fibers, installedVersion, kernelRelease } from '../service/index.ts';
import { AppendOnly } from './aof.ts';
import { type Client, execute } from './client.ts';
import { ConfigRefused, RedisConfig } from './config.ts';
import { RedisLog } from './log.ts';
import { BadDump, readDump, writeDump } from './rdb.ts';
import { encodeReply, failure, ProtocolError, RespReader } from './resp.ts';
import { Store } from './store.ts';
import { logo, USAGE } from './texts.ts';

/** A running server: its data, its settings and who is connected. */
export class Server {
  readonly p: Process;
  readonly version: string;
  readonly config: RedisConfig;
  readonly log: RedisLog;
  readonly stores: readonly Store[];
  readonly clients = new Set<Client>();
  readonly started: number;
  readonly appendOnly: AppendOnly;
  lastSave: number;
  accepted = 0;
  processed = 0;
  nextId = 0;
  /** Set when the server is to end: whether the data is saved before. */
  ending: { readonly save: boolean | undefined } | undefined;

  constructor(p: Process, version: string, config: RedisConfig, log: RedisLog) {
    this.p = p;
    this.version = version;
    this.config = config;
    this.log = log;
    this.stores = Array.from({ length: Math.min(1024, config.number('databases')) }, () => new Store(() => p.now()));
    this.started = p.now();
    this.lastSave = p.now();
    this.appendOnly = new AppendOnly(this);
  }
  /** Since 7.2 fewer lines are warnings. */
  get calm(): '*' | '#' {
    return atLeast(this.version, 7, 2) ? '*' : '#';
  }
  get changes(): number {
    return this.stores.reduce((sum, { changes }) => sum + changes, 0);
  }
  get dumpPath(): string {
    return `${this.config.get('dir').replace(/\/$/, '')}/${this.config.get('dbfilename')}`;
  }

  /** Writes dump.rdb by way of a temporary file. False when that fails, which is logged. */
  *save(by?: { pid: number; role: string }): Step<boolean> {
    const data = yield* writeDump(this.stores, this.version, this.p.now(), () => this.p.tick());
    const temporary = `${this.config.get('dir').replace(/\/$/, '')}/temp-${this.p.pid}.rdb`;
    try {
      this.p.fs.writeFile(encodeText(temporary), toBytes(data));
      this.p.fs.rename(encodeText(temporary), encodeText(this.dumpPath));
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      const dir = this.config.get('dir');
      this.log.say(
        '#',
        atLeast(this.version, 7, 0)
          ? `Failed opening the temp RDB file temp-${this.p.pid}.rdb (in server root dir ${dir}) for saving: ${error.message}`
          : `Failed opening the RDB file ${this.config.get('dbfilename')} (in server root dir ${dir}) for saving: ${error.message}`,
        by,
      );
      return false;
    }
    this.log.say('*', 'DB saved on disk', by);
    for (const store of this.stores) store.changes = 0;
    this.lastSave = this.p.now();
    return true;
  }
  *loadDump(): Step<void> {
    if (!this.p.fs.exists(encodeText(this.dumpPath))) return;
    const data = fromBytes(this.p.fs.readFile(encodeText(this.dumpPath)));
    const { mtime } = this.p.fs.stat(encodeText(this.dumpPath));
    const { keys, expired, version } = yield* readDump(data, this.stores, this.p.now() * 1000, () => this.p.tick());
    for (const store of this.stores) store.changes = 0;
    this.log.say('*', `Loading RDB produced by version ${version}`);
    this.log.say('*', `RDB age ${Math.max(0, Math.round(this.p.now() - mtime))} seconds`);
    this.log.say('*', 'RDB memory usage when created 1.06 Mb');
    this.log.say('*', `Done loading RDB, keys loaded: ${keys}, keys expired: ${expired}.`);
    this.log.say('*', 'DB loaded from disk: 0.000 seconds');
  }
}

export function atLeast(version: string, major: number, minor: number): boolean {
  const [a = 0, b = 0] = version.split('.').map(Number);
  return a > major || (a === major && b >= minor);
}

/** The program `redis-server`. */
export function* redisServer(p: Process): Run {
  const { version, official } = installedVersion(p, 'REDIS_VERSION', ['redis-server', 'redis'], '8.4.0');
  const args = p.argv.slice(1);
  if (args[0] === '-v' || args[0] === '--version') {
    yield* p.write(
      1,
      `Redis server v=${version} sha=00000000:${atLeast(version, 7, 4) ? '1' : '0'} malloc=jemalloc-5.3.0 bits=64 build=${version.replaceAll('.', '').padEnd(16, 'e4b0c7d1a9f25836')}\n`,
    );
    return 0;
  }
  if (args[0] === '-h' || args[0] === '--help') {
    yield* p.write(2, USAGE);
    return 1;
  }
  if (args.includes('--sentinel') || args[0] === '--test-memory' || args[0] === '--check-system') {
    yield* p.write(2, `strata: redis-server ${args[0]} is not simulated\n`);
    return 1;
  }
  const log = new RedisLog(p);
  const config = new RedisConfig(version, official, p.getcwd());
  try {
    config.read(p, args);
    p.chdir(encodeText(config.get('dir')));
  } catch (error) {
    if (error instanceof ConfigRefused && error.message.startsWith('Fatal')) log.say('#', error.message);
    else if (error instanceof ConfigRefused) yield* p.write(2, `${encodeText(error.message)}\n`);
    else if (error instanceof SysError)
      yield* p.write(
        2,
        `\n*** FATAL CONFIG FILE ERROR (Redis ${version}) ***\nReading the configuration file, at line 2\n>>> 'dir "${config.get('dir')}"'\n${error.message}\n`,
      );
    else throw error;
    return 1;
  }
  config.change('dir', p.getcwd());
  log.file = config.get('logfile');
  log.level = config.get('loglevel');
  if (!config.isOn('daemonize')) return yield* serve(p, version, config, log, args.length > 0);
  const child = p.fork((own) => serve(own, version, config, new RedisLog(own), args.length > 0));
  child.session = child.group = child.id;
  return 0;
}

function* serve(p: Process, version: string, config: RedisConfig, log: RedisLog, configured: boolean): Run {
  const server = new Server(p, version, config, log);
  log.file = config.get('logfile');
  for (const signal of [SIGNALS.HUP, SIGNALS.PIPE]) p.setDisposition(signal, 'ignore');
  for (const signal of [SIGNALS.TERM, SIGNALS.INT]) p.setDisposition(signal, 'catch');
  const { calm } = server;
  if (atLeast(version, 7, 2)) overcommit(server);
  log.say(calm, 'oO0OoO0OoO0Oo Redis is starting oO0OoO0OoO0Oo');
  log.say(
    calm,
    `Redis version=${version}, bits=64, commit=00000000, modified=${atLeast(version, 7, 4) ? 1 : 0}, pid=${p.pid}, just started`,
  );
  if (configured) log.say(calm, 'Configuration loaded');
  else
    log.say(
      '#',
      'Warning: no config file specified, using the default config. In order to specify a config file use redis-server /path/to/redis.conf',
    );
  log.role = 'M';
  if (atLeast(version, 6, 2)) log.say('*', 'monotonic clock: POSIX clock_gettime');
  const port = config.number('port');
  const sockets: number[] = [];
  const addresses = config
    .get('bind')
    .split(/\s+/)
    .filter((each) => !each.includes(':') && each !== '');
  try {
    for (const address of port === 0 ? [] : addresses)
      sockets.push(p.net.listen(port, address === '*' ? '0.0.0.0' : address.replace(/^-/, '')));
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    const shown = addresses[0] === '*' ? '*' : addresses[0]!;
    log.say('#', `Warning: Could not create server TCP listening socket ${shown}:${port}: bind: ${error.message}`);
    log.say(
      '#',
      atLeast(version, 7, 0)
        ? `Failed listening on port ${port} (${atLeast(version, 7, 2) ? 'tcp' : 'TCP'}), aborting.`
        : `Could not create server TCP listening socket ${shown}:${port}: bind: ${error.message}`,
    );
    return 1;
  }
  p.argv = [`${p.argv[0]} ${addresses[0] === '*' || addresses[0] === undefined ? '*' : addresses[0]}:${port}`];
  if (p.isatty(1) || config.isOn('always-show-logo')) log.raw(logo(version, port, p.pid));
  else log.say('*', `Running mode=standalone, port=${port}.`);
  log.say(calm, 'Server initialized');
  if (!atLeast(version, 7, 2)) overcommit(server);
  try {
    if (config.isOn('appendonly')) yield* server.appendOnly.open();
    else yield* server.loadDump();
  } catch (error) {
    if (error instanceof BadDump || error instanceof SysError) {
      log.say('#', `Fatal error loading the DB, check server logs. Exiting. ${error.message}`);
      return 1;
    }
    throw error;
  }
  log.say('*', `Ready to accept connections${atLeast(version, 7, 2) ? ' tcp' : ''}`);
  if (config.get('pidfile') !== '') p.fs.writeFile(encodeText(config.get('pidfile')), toBytes(`${p.pid}\n`));
  return yield* loop(server, sockets);
}

function overcommit({ p, log, version }: Server): void {
  const path = '/proc/sys/vm/overcommit_memory';
  if (p.fs.exists(path) && fromBytes(p.fs.readFile(path)).trim() === '1') return;
  log.say(
    '#',
    atLeast(version, 7, 0)
      ? "WARNING Memory overcommit must be enabled! Without it, a background save or replication may fail under low memory condition. Being disabled, it can also cause failures without low memory condition, see https://github.com/jemalloc/jemalloc/issues/1328. To fix this issue add 'vm.overcommit_memory = 1' to /etc/sysctl.conf and then reboot or run the command 'sysctl vm.overcommit_memory=1' for this to take effect."
      : "WARNING overcommit_memory is set to 0! Background save may fail under low memory condition. To fix this issue add 'vm.overcommit_memory = 1' to /etc/sysctl.conf and then reboot or run the command 'sysctl vm.overcommit_memory=1' for this to take effect.",
  );
}

function* loop(server: Server, sockets: readonly number[]): Run {
  const { p, log } = server;
  const fibers = new Fibers(p);
  for (const fd of sockets) fibers.start(accepting(server, fd, fibers));
  fibers.start(timer(server));
  let signals = 0;
  const onSignal = (signal: Signal): void => {
    const name = signal === SIGNALS.INT ? 'SIGINT' : 'SIGTERM';
    if (++signals > 1 && signal === SIGNALS.INT) log.say('#', 'You insist... exiting now.');
    log.raw(`${p.pid}:signal-handler (${Math.floor(p.now())}) Received ${name} scheduling shutdown...\n`);
    server.ending = { save: undefined };
  };
  for (;;) {
    yield* fibers.run(() => server.ending !== undefined, onSignal);
    if (yield* shutDown(server)) return 0;
    server.ending = undefined;
  }
}

/** Saves what has to be saved. False when that failed and the server goes on. */
function* shutDown(server: Server): Step<boolean> {
  const { log, config } = server;
  log.say(server.calm, 'User requested shutdown...');
  if (server.appendOnly.active) log.say('*', 'Calling fsync() on the AOF file.');
  if (server.ending!.save ?? config.savePoints.length > 0) {
    log.say('*', 'Saving the final RDB snapshot before exiting.');
    if (!(yield* server.save())) {
      log.say('#', "Error trying to save the DB, can't exit.");
      return false;
    }
  }
  if (config.get('pidfile') !== '') log.say('*', 'Removing the pid file.');
  log.say('#', 'Redis is now ready to exit, bye bye...');
  return true;
}

/** Save points: after so many seconds with so many changes a snapshot is made. */
function* timer(server: Server): Step<void> {
  const { p, log, config } = server;
  for (;;) {
    yield { deadline: p.now() + 1, ready: () => false };
    for (const { seconds, changes } of config.savePoints) {
      if (server.changes < changes || p.now() - server.lastSave < seconds) continue;
      log.say('*', `${changes} changes in ${seconds} seconds. Saving...`);
      yield* backgroundSave(server);
      break;
    }
  }
}

/** BGSAVE: what a child would write is written now, with the lines of both. */
export function* backgroundSave(server: Server): Step<void> {
  const child = server.p.ns.nextPid++;
  server.log.say('*', `Background saving started by pid ${child}`);
  if (yield* server.save({ pid: child, role: 'C' })) {
    server.log.say(
      '*',
      atLeast(server.version, 7, 0)
        ? 'Fork CoW for RDB: current 0 MB, peak 0 MB, average 0 MB'
        : 'RDB: 0 MB of memory used by copy-on-write',
      { pid: child, role: 'C' },
    );
    server.log.say('*', 'Background saving terminated with success');
  } else server.log.say('#', 'Background saving error');
}

function* accepting(server: Server, fd: number, fibers: Fibers): Step<void> {
  for (;;) {
    const { fd: client, peer } = yield* server.p.net.accept(fd);
    server.accepted++;
    fibers.start(serveClient(server, client, peer));
  }
}

const DENIED =
  "-DENIED Redis is running in protected mode because protected mode is enabled and no password is set for the default user. In this mode connections are only accepted from the loopback interface. If you want to connect from external computers to Redis you may adopt one of the following solutions: 1) Just disable protected mode sending the command 'CONFIG SET protected-mode no' from the loopback interface by connecting to Redis from the same host the server is running, however MAKE SURE Redis is not publicly accessible from internet if you do so. Use CONFIG REWRITE to make this change permanent. 2) Alternatively you can just disable the protected mode by editing the Redis configuration file, and setting the protected mode option to 'no', and then restarting the server. 3) If you started the server manually just for testing, restart it with the '--protected-mode no' option. 4) Set up an authentication password for the default user. NOTE: You only need to do one of the above things in order for the server to start accepting connections from the outside.\r\n";

function* serveClient(server: Server, fd: number, peer: { address: string; port: number }): Step<void> {
  const { p, config } = server;
  const client: Client = {
    id: ++server.nextId,
    fd,
    peer,
    database: 0,
    authorised: config.get('requirepass') === '',
    queue: undefined,
    channels: new Set(),
    name: '',
    closing: false,
    since: p.now(),
  };
  server.clients.add(client);
  try {
    if (
      config.isOn('protected-mode') &&
      config.get('requirepass') === '' &&
      !peer.address.startsWith('127.') &&
      config.get('bind').startsWith('*')
    ) {
      yield* p.write(fd, DENIED);
      return;
    }
    const reader = new RespReader(p, fd);
    while (!client.closing) {
      const words: ByteString[] | undefined = yield* reader.command();
      if (words === undefined) return;
      if (words.length === 0) continue;
      const reply = yield* execute(server, client, words);
      if (reply !== undefined) yield* p.write(fd, encodeReply(reply));
      if (p.tick()) yield TURN;
    }
  } catch (error) {
    if (error instanceof ProtocolError) yield* p.write(fd, encodeReply(failure(`ERR Protocol error: ${error.message}`)));
    else if (!(error instanceof SysError)) throw error;
  } finally {
    server.clients.delete(client);
    if (p.io.has(fd)) p.io.close(fd);
  }
}

export const osName = (p: Process): string => `Linux ${kernelRelease(p)} x86_64`;
