import { type ByteString, decodeText, encodeText, fromBytes, type Process, type Run, type Step, SysError } from '../../kernel/index.ts';
import { installedVersion } from '../service/index.ts';
import { formatRaw, formatTty } from './cli-format.ts';
import { encodeCommand, isError, type Reply, RespReader, splitWords } from './resp.ts';

interface Options {
  host: string;
  port: number;
  password: string | undefined;
  database: number;
  raw: boolean | undefined;
  warn: boolean;
  lastFromStdin: boolean;
  repeat: number;
  interval: number;
  words: ByteString[];
}

const NOT_SIMULATED = new Set([
  '--cluster',
  '--pipe',
  '--rdb',
  '--bigkeys',
  '--memkeys',
  '--hotkeys',
  '--scan',
  '--stat',
  '--latency',
  '--latency-history',
  '--eval',
  '--tls',
  '--replica',
  '--json',
  '-3',
  '--csv',
  '-u',
  '-s',
  '--functions-rdb',
]);

function optionsOf(p: Process, args: readonly ByteString[]): Options | string {
  const options: Options = {
    host: '127.0.0.1',
    port: 6379,
    password: p.env.get('REDISCLI_AUTH'),
    database: 0,
    raw: undefined,
    warn: true,
    lastFromStdin: false,
    repeat: 1,
    interval: 0,
    words: [],
  };
  let i = 0;
  for (; i < args.length; i++) {
    const arg = args[i]!;
    if (!arg.startsWith('-') || arg === '-') break;
    if (NOT_SIMULATED.has(arg)) return `strata: redis-cli ${arg} is not simulated`;
    if (arg === '--raw') options.raw = true;
    else if (arg === '--no-raw') options.raw = false;
    else if (arg === '--no-auth-warning') options.warn = false;
    else if (arg === '-x') options.lastFromStdin = true;
    else if (['-h', '-p', '-a', '--pass', '-n', '-r', '-i', '--user'].includes(arg)) {
      const value = args[++i];
      if (value === undefined) return `Unrecognized option or bad number of args for: '${arg}'`;
      if (arg === '-h') options.host = value;
      else if (arg === '-p') options.port = Number(value);
      else if (arg === '-a' || arg === '--pass') options.password = value;
      else if (arg === '-n') options.database = Number(value);
      else if (arg === '-r') options.repeat = Math.min(100_000, Number(value));
      else if (arg === '-i') options.interval = Number(value);
    } else return `Unrecognized option or bad number of args for: '${arg}'`;
  }
  options.words = [...args.slice(i)];
  if (options.password === undefined || p.env.get('REDISCLI_AUTH') === options.password) options.warn = false;
  return options;
}

/** The program `redis-cli`: one command, commands of standard input, or a prompt. */
export function* redisCli(p: Process): Run {
  const args = p.argv.slice(1);
  const { version } = installedVersion(p, 'REDIS_VERSION', ['redis-tools', 'redis'], '8.4.0');
  if (args[0] === '-v' || args[0] === '--version') {
    yield* p.write(1, `redis-cli ${version}\n`);
    return 0;
  }
  if (args[0] === '--help') {
    yield* p.write(
      1,
      `redis-cli ${version}\n\nUsage: redis-cli [OPTIONS] [cmd [arg [arg ...]]]\n  -h <hostname>      Server hostname (default: 127.0.0.1).\n  -p <port>          Server port (default: 6379).\n  -a <password>      Password to use when connecting to the server.\n  -r <repeat>        Execute specified command N times.\n  -i <interval>      When -r is used, waits <interval> seconds per command.\n  -n <db>            Database number.\n  -x                 Read last argument from STDIN.\n  --raw              Use raw formatting for replies (default when STDOUT is\n                     not a tty).\n  --no-raw           Force formatted output even when STDOUT is not a tty.\n  --no-auth-warning  Don't show warning message when using password on command\n                     line interface.\n  --help             Output this help and exit.\n  --version          Output version and exit.\n`,
    );
    return 0;
  }
  const options = optionsOf(p, args);
  if (typeof options === 'string') {
    yield* p.write(2, `${options}\n`);
    return 1;
  }
  if (options.warn)
    yield* p.write(2, "Warning: Using a password with '-a' or '-u' option on the command line interface may not be safe.\n");
  const link = new Link(p, options);
  const format = (options.raw ?? !p.isatty(1)) ? formatRaw : formatTty;
  if (options.words.length === 0) return yield* session(p, link, format);
  if (options.lastFromStdin) options.words.push(fromBytes(yield* p.readAll(0)));
  let code = 0;
  for (let i = 0; i < options.repeat; i++) {
    if (i > 0 && options.interval > 0) yield* p.sleep(options.interval);
    code = yield* ask(p, link, options.words, format);
    if (code !== 0 && !link.connected) return code;
  }
  return code;
}

/** The connection, made when first needed. */
class Link {
  readonly #p: Process;
  readonly options: Options;
  #fd: number | undefined;
  #reader: RespReader | undefined;
  database: number;
  constructor(p: Process, options: Options) {
    this.#p = p;
    this.options = options;
    this.database = options.database;
  }
  get connected(): boolean {
    return this.#fd !== undefined;
  }
  drop(): void {
    if (this.#fd !== undefined) this.#p.io.close(this.#fd);
    this.#fd = undefined;
  }
  /** Connects and signs in. Answers what went wrong. */
  *connect(): Step<string | undefined> {
    const { host, port, password } = this.options;
    if (this.#fd !== undefined) return undefined;
    const address = yield* this.#p.net.resolve(decodeText(host));
    if (address === undefined) return `Could not connect to Redis at ${host}:${port}: Name or service not known`;
    try {
      this.#fd = yield* this.#p.net.connect(address, port);
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      return `Could not connect to Redis at ${host}:${port}: ${error.message}`;
    }
    this.#reader = new RespReader(this.#p, this.#fd);
    if (password !== undefined) {
      const reply = yield* this.send(['AUTH', password]);
      if (reply !== undefined && isError(reply)) yield* this.#p.write(2, `AUTH failed: ${reply.error}\n`);
    }
    if (this.database !== 0) yield* this.send(['SELECT', String(this.database)]);
    return undefined;
  }
  *send(words: readonly ByteString[]): Step<Reply | undefined> {
    try {
      yield* this.#p.write(this.#fd!, encodeCommand(words));
      return yield* this.#reader!.reply();
    } catch (error) {
      if (error instanceof SysError) return undefined;
      throw error;
    }
  }
  *next(): Step<Reply | undefined> {
    return yield* this.#reader!.reply();
  }
}

function* ask(p: Process, link: Link, words: readonly ByteString[], format: (reply: Reply) => string): Step<number> {
  const problem = yield* link.connect();
  if (problem !== undefined) {
    yield* p.write(2, `${encodeText(problem)}\n`);
    return 1;
  }
  const name = words[0]!.toLowerCase();
  let reply = yield* link.send(words);
  if (reply === undefined) {
    link.drop();
    if (name === 'shutdown') return 0;
    yield* p.write(2, 'Error: Server closed the connection\n');
    return 1;
  }
  if (name === 'select' && !isError(reply)) link.database = Number(words[1]);
  yield* p.write(1, format(reply));
  while (name === 'subscribe') {
    reply = yield* link.next();
    if (reply === undefined) return 1;
    yield* p.write(1, format(reply));
  }
  return 0;
}

/** Commands line by line; with a prompt on a terminal. */
function* session(p: Process, link: Link, format: (reply: Reply) => string): Run {
  const interactive = p.isatty(0);
  const { host, port } = link.options;
  if (interactive) {
    const problem = yield* link.connect();
    if (problem !== undefined) yield* p.write(2, `${encodeText(problem)}\n`);
  }
  let held = '';
  for (;;) {
    if (interactive)
      yield* p.write(1, link.connected ? `${host}:${port}${link.database === 0 ? '' : `[${link.database}]`}> ` : 'not connected> ');
    let line = '';
    for (;;) {
      const at = held.indexOf('\n');
      if (at >= 0) {
        line = held.slice(0, at);
        held = held.slice(at + 1);
        break;
      }
      const bytes = yield* p.read(0);
      if (bytes.length === 0 && held === '') return 0;
      held += bytes.length === 0 ? '\n' : fromBytes(bytes);
    }
    const words = splitWords(line.trim());
    if (words === undefined) yield* p.write(1, 'Invalid argument(s)\n');
    else if (words.length > 0) {
      const name = words[0]!.toLowerCase();
      if (name === 'quit' || name === 'exit') return 0;
      if (name === 'clear') yield* p.write(1, '\x1b[H\x1b[2J');
      else yield* ask(p, link, words, format);
    }
  }
}
