import type { ByteString, Step } from '../../kernel/index.ts';
import { CommandError, dataCommands, NOT_SIMULATED, type Session } from './commands/index.ts';
import { encodeReply, failure, isError, OK, type Reply } from './resp.ts';
import type { Server } from './server.ts';
import { serverCommands } from './server-commands.ts';
import { WrongType } from './store.ts';

/** A connection and what it has been told. */
export interface Client {
  readonly id: number;
  readonly fd: number;
  readonly peer: { readonly address: string; readonly port: number };
  database: number;
  authorised: boolean;
  /** Commands since MULTI. */
  queue: ByteString[][] | undefined;
  readonly channels: Set<ByteString>;
  name: string;
  closing: boolean;
  readonly since: number;
}

function sessionOf(server: Server, client: { database: number }): Session {
  return {
    store: server.stores[client.database]!,
    stores: server.stores,
    now: server.p.now() * 1000,
    select: (index) => {
      client.database = index;
    },
    random: (limit) => (limit === 0 ? 0 : server.p.kernel.random.next() % limit),
  };
}

const wrongArity = (arity: number, count: number): boolean => (arity < 0 ? count < -arity : count !== arity);

/** Runs one command of a client. Undefined when the answer has been written already, or there is none. */
export function* execute(server: Server, client: Client, words: readonly ByteString[]): Step<Reply | undefined> {
  const name = words[0]!.toLowerCase();
  server.processed++;
  if (!client.authorised && !['auth', 'quit', 'hello', 'reset'].includes(name)) return failure('NOAUTH Authentication required.');
  const known = Object.hasOwn(dataCommands, name)
    ? dataCommands[name]
    : Object.hasOwn(serverCommands, name)
      ? serverCommands[name]
      : undefined;
  if (known === undefined && name !== 'exec' && name !== 'multi' && name !== 'discard') {
    if (NOT_SIMULATED.has(name)) return failure(`ERR strata: '${name}' is not simulated`);
    const begin = words
      .slice(1)
      .map((word) => `'${word.slice(0, 128)}' `)
      .join('');
    return failure(`ERR unknown command '${words[0]!.slice(0, 128)}', with args beginning with: ${begin}`);
  }
  if (known !== undefined && wrongArity(known.arity, words.length)) return failure(`ERR wrong number of arguments for '${name}' command`);
  if (name === 'multi') {
    if (client.queue !== undefined) return failure('ERR MULTI calls can not be nested');
    client.queue = [];
    return OK;
  }
  if (name === 'discard' || name === 'exec') {
    const { queue } = client;
    client.queue = undefined;
    if (queue === undefined) return failure(`ERR ${name.toUpperCase()} without MULTI`);
    if (name === 'discard') return OK;
    const replies: Reply[] = [];
    for (const each of queue) replies.push((yield* execute(server, client, each)) ?? null);
    return replies;
  }
  if (client.queue !== undefined) {
    client.queue.push([...words]);
    return { status: 'QUEUED' };
  }
  if (client.channels.size > 0 && !['subscribe', 'unsubscribe', 'ping', 'quit'].includes(name))
    return failure(`ERR Can't execute '${name}': only (P|S)SUBSCRIBE / (P|S)UNSUBSCRIBE / PING / QUIT / RESET are allowed in this context`);
  if (Object.hasOwn(serverCommands, name)) return yield* serverCommands[name]!.run(words.slice(1), server, client);
  return runData(server, client, words);
}

function runData(server: Server, client: { database: number }, words: readonly ByteString[]): Reply {
  const command = dataCommands[words[0]!.toLowerCase()]!;
  const { database } = client;
  try {
    const reply = command.run(words.slice(1), sessionOf(server, client));
    if (command.writes === true && !isError(reply)) server.appendOnly.add(words, database);
    return reply;
  } catch (error) {
    if (error instanceof CommandError) return failure(error.message);
    if (error instanceof WrongType) return failure('WRONGTYPE Operation against a key holding the wrong kind of value');
    throw error;
  }
}

const replaying = new WeakMap<Server, { database: number }>();

/** Does again what the append-only file says. */
export function replay(server: Server, words: readonly ByteString[]): void {
  const at = replaying.get(server) ?? { database: 0 };
  replaying.set(server, at);
  if (Object.hasOwn(dataCommands, words[0]!.toLowerCase())) runData(server, at, words);
}

/** Sends a message to everyone who listens to a channel. Answers how many did. */
export function* publish(server: Server, channel: ByteString, message: ByteString): Step<number> {
  const listeners = [...server.clients].filter(({ channels }) => channels.has(channel));
  for (const { fd } of listeners) yield* server.p.write(fd, encodeReply(['message', channel, message]));
  return listeners.length;
}
