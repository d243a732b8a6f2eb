import { encodeText, fromBytes, type Process, SysError } from '../../kernel/index.ts';
import { splitWords } from './resp.ts';

/** A configuration that the server refuses: the lines it prints. */
export class ConfigRefused extends Error {}

/** What can be set, with its first value. */
const DEFAULTS: Readonly<Record<string, string>> = {
  port: '6379', bind: '* -::*', 'protected-mode': 'yes', dir: '', dbfilename: 'dump.rdb', save: '3600 1 300 100 60 10000', appendonly: 'no', appendfilename: 'appendonly.aof', appenddirname: 'appendonlydir',
  appendfsync: 'everysec', requirepass: '', maxmemory: '0', 'maxmemory-policy': 'noeviction', databases: '16', daemonize: 'no', logfile: '', loglevel: 'notice', pidfile: '', timeout: '0', 'tcp-keepalive': '300',
  'tcp-backlog': '511', maxclients: '10000', 'stop-writes-on-bgsave-error': 'yes', rdbcompression: 'yes', rdbchecksum: 'yes', 'always-show-logo': 'no', 'set-proc-title': 'yes', 'proc-title-template': '{title} {listen-addr} {server-mode}',
  'no-appendfsync-on-rewrite': 'no', 'auto-aof-rewrite-percentage': '100', 'auto-aof-rewrite-min-size': '67108864', 'aof-load-truncated': 'yes', 'aof-use-rdb-preamble': 'yes', 'lua-time-limit': '5000', 'slowlog-log-slower-than': '10000',
  'slowlog-max-len': '128', 'latency-monitor-threshold': '0', 'notify-keyspace-events': '', hz: '10', 'dynamic-hz': 'yes', 'lazyfree-lazy-eviction': 'no', 'lazyfree-lazy-expire': 'no', 'lazyfree-lazy-server-del': 'no', 'io-threads': '1',
  'replica-serve-stale-data': 'yes', 'replica-read-only': 'yes', 'list-max-ziplist-size': '-2', 'hash-max-ziplist-entries': '512', 'hash-max-listpack-entries': '512', 'set-max-intset-entries': '512', supervised: 'no', activerehashing: 'yes',
  'client-output-buffer-limit': 'normal 0 0 0 slave 268435456 67108864 60 pubsub 33554432 8388608 60', 'rdb-save-incremental-fsync': 'yes', unixsocket: '', 'locale-collate': '',
}; // biome-ignore format: a table
const NUMBERS = new Set(['port', 'databases', 'timeout', 'tcp-keepalive', 'tcp-backlog', 'maxclients', 'hz']);
const SWITCHES = new Set(['protected-mode', 'appendonly', 'daemonize', 'rdbcompression', 'rdbchecksum', 'stop-writes-on-bgsave-error']);
const REFUSED = new Set([
  'replicaof',
  'slaveof',
  'cluster-enabled',
  'sentinel',
  'tls-port',
  'loadmodule',
  'aclfile',
  'user',
  'rename-command',
  'include',
]);

/** The settings of a server. */
export class RedisConfig {
  readonly #values = new Map(Object.entries(DEFAULTS));
  /** Directives before a line, for messages. */
  #line = 0;
  readonly #version: string;
  file: string | undefined;

  constructor(version: string, official: boolean, dir: string) {
    this.#version = version;
    this.#values.set('dir', dir);
    // The official images are built without it.
    if (official) this.#values.set('protected-mode', 'no');
  }
  get(name: string): string {
    return this.#values.get(name) ?? '';
  }
  isOn(name: string): boolean {
    return this.get(name) === 'yes';
  }
  number(name: string): number {
    return Number(this.get(name));
  }
  names(): string[] {
    return [...this.#values.keys()];
  }
  /** Sets one at run time. False when there is none of this name. */
  change(name: string, value: string): boolean {
    if (!this.#values.has(name)) return false;
    this.#values.set(name, value);
    return true;
  }

  /** Takes the configuration file and the options of the command line, which come after it. Throws ConfigRefused. */
  read(p: Process, args: readonly string[]): void {
    const rest = [...args];
    let text = '';
    if (rest[0] !== undefined && !rest[0].startsWith('-')) {
      const path = rest.shift()!;
      this.file = path.startsWith('/') ? path : `${p.getcwd()}/${path}`;
      text = this.#textOf(p, path);
    } else if (rest[0] === '-') {
      rest.shift();
    }
    const options: string[] = [];
    for (const arg of rest) {
      if (arg.startsWith('--') && arg.length > 2) options.push(arg.slice(2));
      else if (options.length === 0) options.push(arg);
      else options[options.length - 1] += ` "${arg.replace(/(["\\])/g, '\\$1')}"`;
    }
    for (const line of `${text}\n${options.join('\n')}`.split('\n')) this.#take(line);
  }
  #textOf(p: Process, path: string): string {
    try {
      return fromBytes(p.fs.readFile(encodeText(path)));
    } catch (error) {
      if (error instanceof SysError) throw new ConfigRefused(`Fatal error, can't open config file '${this.file}': ${error.message}`);
      throw error;
    }
  }
  #take(raw: string): void {
    this.#line++;
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) return;
    const words = splitWords(line);
    const refuse = (why: string): never => {
      throw new ConfigRefused(
        `\n*** FATAL CONFIG FILE ERROR (Redis ${this.#version}) ***\nReading the configuration file, at line ${this.#line}\n>>> '${line}'\n${why}`,
      );
    };
    if (words === undefined) refuse('Unbalanced quotes in configuration line');
    const [name = '', ...values] = [words![0]!.toLowerCase(), ...words!.slice(1)];
    if (REFUSED.has(name)) refuse(`strata: "${name}" is not simulated`);
    if (!this.#values.has(name) || values.length === 0) refuse('Bad directive or wrong number of arguments');
    if (NUMBERS.has(name) && !/^-?\d+$/.test(values[0]!)) refuse("argument couldn't be parsed into an integer");
    if (SWITCHES.has(name) && !/^(yes|no)$/i.test(values[0]!)) refuse("argument must be 'yes' or 'no'");
    const old = this.get(name);
    const joined = values.join(' ').trim();
    this.#values.set(name, name === 'save' && joined !== '' && this.#saves ? `${old} ${joined}`.trim() : joined);
    if (name === 'save') this.#saves = joined !== '';
  }
  /** Whether a `save` line has come, after which others add to it. */
  #saves = false;

  /** Save points: seconds and changes. */
  get savePoints(): { seconds: number; changes: number }[] {
    const numbers = this.get('save')
      .split(/\s+/)
      .filter((word) => word !== '')
      .map(Number);
    return numbers.flatMap((seconds, i) => (i % 2 === 0 ? [{ seconds, changes: numbers[i + 1] ?? 1 }] : []));
  }
}
