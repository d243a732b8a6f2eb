import { type Credentials, encodeText, errnoNumber, type Process, type Step, SysError } from '../../kernel/index.ts';
import { accountNamed, cpuCount } from '../service/index.ts';
import type { Build } from './build.ts';
import { argsOf, blocks, type Directive } from './config.ts';
import { type Exchange, expand, isKnown, variablesIn } from './exchange.ts';
import { isLevel, type Logs } from './logs.ts';
import { ConfigProblem, problem } from './problem.ts';
import { resolveUpstreams, type Upstream } from './proxy.ts';
import { patternOf, Scope, type Server, serversOf } from './scope.ts';

export interface Socket {
  readonly address: string;
  readonly port: number;
  readonly fd: number;
}

/** A configuration ready to work: what master and workers share. */
export interface Setup {
  readonly version: string;
  readonly servers: readonly Server[];
  readonly formats: ReadonlyMap<string, string>;
  readonly maps: ReadonlyMap<string, (exchange: Exchange) => string>;
  readonly upstreams: Map<string, Upstream>;
  readonly user: Credentials | undefined;
  readonly workers: number;
  readonly daemon: boolean;
  readonly master: boolean;
  readonly pidFile: string;
  readonly accessLog: string;
  readonly logs: Logs;
  sockets: readonly Socket[];
  nextConnection(): number;
}

/** Checks a configuration as far as it can be without touching files (the `init` steps of the modules). Throws ConfigProblem. */
export function* prepare(p: Process, directives: readonly Directive[], build: Build, logs: Logs): Step<Setup> {
  const value = (name: string, otherwise: string): string => argsOf(directives, name)?.[0] ?? otherwise;
  const at = (name: string): Directive => directives.find((each) => each.name === name)!;
  const count = value('worker_processes', '1');
  if (count !== 'auto' && !/^[1-9]\d*$/.test(count))
    problem('"worker_processes" directive invalid value', at('worker_processes').file, at('worker_processes').line);
  if (count !== 'auto' && Number(count) > 64) throw new ConfigProblem('strata: more than 64 worker processes are not simulated');
  const http = blocks(directives, 'http')[0];
  const { servers } = http === undefined ? { servers: [] } : serversOf(http);
  const upstreams = http === undefined ? new Map<string, Upstream>() : yield* resolveUpstreams(p, http);
  checkVariables(http);
  warnConflicts(p, servers, logs);
  let connections = 0;
  return {
    version: build.version,
    servers,
    formats: new Map(
      (http?.block ?? [])
        .filter(({ name }) => name === 'log_format')
        .map(({ args }) => [
          args[0]!,
          args
            .slice(1)
            .filter((arg) => !arg.startsWith('escape='))
            .join(''),
        ]),
    ),
    maps: mapsOf(http),
    upstreams,
    user: userOf(p, directives, build),
    workers: count === 'auto' ? cpuCount(p) : Number(count),
    daemon: value('daemon', 'on') === 'on',
    master: value('master_process', 'on') === 'on',
    pidFile: value('pid', build.pid),
    accessLog: build.accessLog,
    logs,
    sockets: [],
    nextConnection: () => ++connections,
  };
}

function userOf(p: Process, directives: readonly Directive[], build: Build): Credentials | undefined {
  const directive = directives.find(({ name }) => name === 'user');
  if (p.credentials.uid !== 0) return undefined;
  const name = directive?.args[0] ?? build.user;
  const found = accountNamed(p, name);
  if (found === undefined) {
    if (directive === undefined) throw new ConfigProblem(`getpwnam("${name}") failed`);
    problem(`getpwnam("${name}") failed`, directive.file, directive.line);
  }
  return found;
}

/** Every variable must be one that nginx knows or that the configuration makes. */
function checkVariables(http: Directive | undefined): void {
  const made = new Set<string>();
  const used: string[] = [];
  const walk = (directives: readonly Directive[]): void => {
    for (const { name, args, block } of directives) {
      if (name === 'set' || name === 'map') made.add(args[name === 'set' ? 0 : 1]!.replace(/^\$/, ''));
      for (const text of args) for (const [, group] of text.matchAll(/\(\?P?<(\w+)>/g)) made.add(group!);
      const texts = ['if', 'location', 'rewrite', 'server_name', 'types', 'map'].includes(name)
        ? args.filter((arg) => !/[\\^(|]|\$$/.test(arg))
        : args;
      used.push(...texts.flatMap(variablesIn));
      if (block !== undefined && name !== 'map' && name !== 'types') walk(block);
    }
  };
  walk(http?.block ?? []);
  for (const name of used) if (!made.has(name) && !isKnown(name)) throw new ConfigProblem(`unknown "${name}" variable`);
}

function mapsOf(http: Directive | undefined): Map<string, (exchange: Exchange) => string> {
  const maps = new Map<string, (exchange: Exchange) => string>();
  for (const { args, block } of blocks(http?.block ?? [], 'map')) {
    const rows = block!.map(({ name, args: [value = ''], file, line }) => ({
      name,
      value,
      pattern: name.startsWith('~') ? patternOf(name.replace(/^~\*?/, ''), name.startsWith('~*'), file, line) : undefined,
    }));
    const otherwise = rows.find(({ name }) => name === 'default')?.value ?? '';
    maps.set(args[1]!.slice(1), (e) => {
      const key = expand(e, args[0]!);
      const row =
        rows.find(({ name, pattern }) => pattern === undefined && name.toLowerCase() === key.toLowerCase()) ??
        rows.find(({ pattern }) => pattern?.test(key) === true);
      return expand(e, row?.value ?? otherwise);
    });
  }
  return maps;
}

function warnConflicts(p: Process, servers: readonly Server[], logs: Logs): void {
  const seen = new Set<string>();
  for (const { listens, names } of servers)
    for (const { address, port } of listens)
      for (const name of names.length > 0 ? names : ['']) {
        const key = `"${name}" on ${address}:${port}`;
        if (seen.has(key)) logs.loud(p, 'warn', `conflicting server name ${key}, ignored`);
        seen.add(key);
      }
}

/** Makes directories, logs and sockets (the second half of ngx_init_cycle). `keep`: sockets that are open already. Throws ConfigProblem. */
export function* realise(
  p: Process,
  directives: readonly Directive[],
  setup: Setup,
  build: Build,
  testing: boolean,
  keep: readonly Socket[] = [],
): Step<void> {
  const failed = (call: string, path: string, error: unknown): never => {
    if (error instanceof SysError) throw new ConfigProblem(`${call} "${path}" failed (${errnoNumber(error.errno)}: ${error.message})`);
    throw error;
  };
  if (testing) {
    try {
      p.io.close(p.fs.open(encodeText(setup.pidFile), { write: true, create: true }, 0o644));
    } catch (error) {
      failed('open()', setup.pidFile, error);
    }
  }
  const http = blocks(directives, 'http')[0];
  if (http !== undefined) {
    const scope = new Scope(http.block!);
    for (const [name, otherwise] of build.temporary) {
      const path = scope.value(name, otherwise);
      try {
        if (!p.fs.exists(encodeText(path))) {
          p.fs.mkdir(encodeText(path), 0o700);
          if (setup.user !== undefined) p.fs.chown(encodeText(path), setup.user.uid, undefined);
        }
      } catch (error) {
        failed('mkdir()', path, error);
      }
    }
  }
  openLogs(p, directives, setup, build);
  yield* bindAll(p, setup, testing, keep);
}

function openLogs(p: Process, directives: readonly Directive[], setup: Setup, build: Build): void {
  const errorLog = argsOf(directives, 'error_log');
  const path = errorLog?.[0] ?? build.errorLog;
  const level = errorLog?.[1] ?? 'error';
  if (!isLevel(level)) {
    const { file, line } = directives.find(({ name }) => name === 'error_log')!;
    problem(`invalid log level "${level}"`, file, line);
  }
  setup.logs.error = { fd: setup.logs.open(p, path), level };
  const walk = (inner: readonly Directive[]): void => {
    for (const { name, args, block } of inner) {
      if (name === 'access_log' && args[0] !== 'off' && !args[0]!.includes('$')) setup.logs.open(p, args[0]!);
      if (block !== undefined) walk(block);
    }
  };
  walk(directives);
  if (setup.servers.some(({ scope }) => scope.all('access_log').length === 0)) setup.logs.open(p, setup.accessLog);
}

function* bindAll(p: Process, setup: Setup, testing: boolean, keep: readonly Socket[]): Step<void> {
  const wanted = new Map<string, { address: string; port: number }>();
  for (const { listens } of setup.servers) for (const each of listens) wanted.set(`${each.address}:${each.port}`, each);
  const sockets: Socket[] = [];
  for (let tries = 0; tries < 5; tries++) {
    let busy = false;
    for (const [key, { address, port }] of wanted) {
      // The network has no IPv6.
      if (address.startsWith('[') || sockets.some((each) => each.address === address && each.port === port)) continue;
      const old = keep.find((each) => each.address === address && each.port === port);
      if (old !== undefined) {
        sockets.push(old);
        continue;
      }
      // An address of one machine beside all addresses needs no socket of its own.
      if (address !== '0.0.0.0' && wanted.has(`0.0.0.0:${port}`)) continue;
      try {
        sockets.push({ address, port, fd: p.net.listen(port, address) });
      } catch (error) {
        if (!(error instanceof SysError)) throw error;
        const message = `bind() to ${key} failed (${errnoNumber(error.errno)}: ${error.message})`;
        if (error.errno !== 'EADDRINUSE') throw new ConfigProblem(message);
        if (testing) continue;
        busy = true;
        setup.logs.loud(p, 'emerg', message);
      }
    }
    setup.sockets = sockets;
    if (!busy) return;
    yield* p.sleep(0.5);
  }
  throw new ConfigProblem('still could not bind()');
}
