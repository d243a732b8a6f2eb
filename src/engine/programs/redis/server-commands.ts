import type { ByteString, Step } from '../../kernel/index.ts';
import { type Client, publish } from './client.ts';
import { globMatches } from './commands/index.ts';
import { encodeReply, failure, OK, type Reply } from './resp.ts';
import { backgroundSave, osName, type Server } from './server.ts';

interface ServerCommand {
  readonly arity: number;
  run(args: readonly ByteString[], server: Server, client: Client): Step<Reply | undefined>;
}

const plain = (arity: number, run: (args: readonly ByteString[], server: Server, client: Client) => Reply): ServerCommand => ({
  arity,
  *run(args, server, client) {
    return run(args, server, client);
  },
});

/** Commands about the server and the connection. */
export const serverCommands: Readonly<Record<string, ServerCommand>> = {
  ping: plain(-1, ([text], _, client) => (client.channels.size > 0 ? ['pong', text ?? ''] : (text ?? { status: 'PONG' }))),
  echo: plain(2, ([text]) => text!),
  quit: plain(1, (_args, _server, client) => {
    client.closing = true;
    return OK;
  }),
  auth: plain(-2, (args, server, client) => {
    const password = server.config.get('requirepass');
    if (password === '')
      return failure(
        'ERR AUTH <password> called without any password configured for the default user. Are you sure your configuration is correct?',
      );
    if (args.at(-1) !== password || (args.length > 1 && args[0] !== 'default'))
      return failure('WRONGPASS invalid username-password pair or user is disabled.');
    client.authorised = true;
    return OK;
  }),
  time: plain(1, (_, { p }) => [String(Math.floor(p.now())), String(Math.floor((p.now() % 1) * 1e6))]),
  lastsave: plain(1, (_, { lastSave }) => Math.floor(lastSave)),
  role: plain(1, () => ['master', 0, []]),
  command: plain(-1, () => []),
  client: plain(-2, ([name, value], server, client) => {
    switch (name!.toLowerCase()) {
      case 'id':
        return client.id;
      case 'getname':
        return client.name === '' ? null : client.name;
      case 'setname':
        client.name = value ?? '';
        return OK;
      case 'setinfo':
        return OK;
      case 'list':
        return [...server.clients].map((each) => clientLine(each, server)).join('');
      case 'info':
        return clientLine(client, server);
      default:
        return failure(`ERR strata: 'client ${name}' is not simulated`);
    }
  }),
  config: plain(-2, ([name, ...args], { config }) => {
    switch (name!.toLowerCase()) {
      case 'get':
        return config
          .names()
          .filter((each) => args.some((pattern) => globMatches(pattern.toLowerCase(), each)))
          .flatMap((each) => [each, config.get(each)]);
      case 'set':
        for (let i = 0; i < args.length; i += 2)
          if (!config.change(args[i]!.toLowerCase(), args[i + 1] ?? ''))
            return failure(`ERR Unknown option or number of arguments for CONFIG SET - '${args[i]}'`);
        return OK;
      case 'resetstat':
        return OK;
      case 'rewrite':
        return config.file === undefined
          ? failure('ERR The server is running without a config file')
          : failure("ERR strata: 'config rewrite' is not simulated");
      default:
        return failure(`ERR unknown subcommand '${name}'. Try CONFIG HELP.`);
    }
  }),
  info: plain(-1, (sections, server) =>
    information(
      server,
      sections.map((each) => each.toLowerCase()),
    ),
  ),
  publish: {
    arity: 3,
    *run([channel, message], server) {
      return yield* publish(server, channel!, message!);
    },
  },
  subscribe: {
    arity: -2,
    *run(channels, { p }, client) {
      for (const channel of channels) {
        client.channels.add(channel);
        yield* p.write(client.fd, encodeReply(['subscribe', channel, client.channels.size]));
      }
      return undefined;
    },
  },
  unsubscribe: {
    arity: -1,
    *run(given, { p }, client) {
      for (const channel of given.length > 0 ? given : [...client.channels]) {
        client.channels.delete(channel);
        yield* p.write(client.fd, encodeReply(['unsubscribe', channel, client.channels.size]));
      }
      return undefined;
    },
  },
  save: {
    arity: 1,
    *run(_, server) {
      return (yield* server.save()) ? OK : failure('ERR');
    },
  },
  bgsave: {
    arity: -1,
    *run(_, server) {
      yield* backgroundSave(server);
      return { status: 'Background saving started' };
    },
  },
  shutdown: {
    arity: -1,
    *run([mode], server) {
      yield* [];
      const word = mode?.toLowerCase();
      if (word !== undefined && word !== 'save' && word !== 'nosave') return failure('ERR syntax error');
      server.ending = { save: word === undefined ? undefined : word === 'save' };
      return undefined;
    },
  },
};

const clientLine = (client: Client, { p, config }: Server): string =>
  `id=${client.id} addr=${client.peer.address}:${client.peer.port} laddr=${p.net.localOf(client.fd).address}:${config.get('port')} fd=${client.fd} name=${client.name} age=${Math.floor(p.now() - client.since)} idle=0 flags=N db=${client.database} sub=${client.channels.size} psub=0 ssub=0 multi=-1 qbuf=26 qbuf-free=20448 argv-mem=10 multi-mem=0 rbs=16384 rbp=16384 obl=0 oll=0 omem=0 tot-mem=37658 events=r cmd=client|list user=default redir=-1 resp=2\n`;

/** The sections of INFO that a lesson looks at. */
function information(server: Server, wanted: readonly string[]): string {
  const { p, version, config } = server;
  const up = Math.floor(p.now() - server.started);
  const sections: Record<string, readonly (readonly [string, string | number])[]> = {
    Server: [
      ['redis_version', version],
      ['redis_git_sha1', '00000000'],
      ['redis_git_dirty', 0],
      ['redis_mode', 'standalone'],
      ['os', osName(p)],
      ['arch_bits', 64],
      ['multiplexing_api', 'epoll'],
      ['process_id', p.pid],
      ['tcp_port', config.get('port')],
      ['uptime_in_seconds', up],
      ['uptime_in_days', Math.floor(up / 86_400)],
      ['hz', 10],
      ['executable', `/data/redis-server`],
      ['config_file', config.file ?? ''],
    ],
    Clients: [
      ['connected_clients', server.clients.size],
      ['maxclients', config.get('maxclients')],
      ['blocked_clients', 0],
    ],
    Memory: [
      ['used_memory', 1_113_040],
      ['used_memory_human', '1.06M'],
      ['maxmemory', config.get('maxmemory')],
      ['maxmemory_policy', config.get('maxmemory-policy')],
    ],
    Persistence: [
      ['loading', 0],
      ['rdb_changes_since_last_save', server.changes],
      ['rdb_bgsave_in_progress', 0],
      ['rdb_last_save_time', Math.floor(server.lastSave)],
      ['rdb_last_bgsave_status', 'ok'],
      ['aof_enabled', Number(server.appendOnly.active)],
    ],
    Stats: [
      ['total_connections_received', server.accepted],
      ['total_commands_processed', server.processed],
    ],
    Replication: [
      ['role', 'master'],
      ['connected_slaves', 0],
    ],
    Keyspace: server.stores.flatMap((store, index) => {
      const keys = store.keys();
      const expires = keys.filter((key) => store.entry(key)!.expires !== undefined).length;
      return keys.length === 0 ? [] : [[`db${index}`, `keys=${keys.length},expires=${expires},avg_ttl=0`] as const];
    }),
  };
  const all = wanted.length === 0 || wanted.some((each) => ['all', 'default', 'everything'].includes(each));
  return Object.entries(sections)
    .filter(([name]) => all || wanted.includes(name.toLowerCase()))
    .map(([name, rows]) => `# ${name}\r\n${rows.map(([key, value]) => `${key}:${value}\r\n`).join('')}`)
    .join('\r\n');
}
