import type { Inode } from '../../tree/index.ts';
import { SysError } from '../errno.ts';
import { type OpenFile, PIPE_SIZE, Pipe } from '../open-file.ts';
import type { NetworkInterface } from './interface.ts';
import type { NetworkStack } from './stack.ts';

/** One end of a connection: an address in text and a port. Those of unix sockets have a path and port 0. */
export interface Endpoint {
  readonly address: string;
  readonly port: number;
}

export const socketInode: Inode = { ino: 0, links: [], mode: 0o777, uid: 0, gid: 0, mtime: 0, kind: 'socket' };

const NONE = new Uint8Array(0);
/** Bytes of one packet that `ifconfig` counts. */
const SEGMENT_SIZE = 1448;
const HEADERS = 66;
/** Most connections that wait to be accepted (net.core.somaxconn is higher; nobody here is that slow). */
const BACKLOG = 128;

/**
 * One end of a stream connection. Each direction is a bounded queue: a writer waits while it is full. After `close` by the
 * other end a reader gets what is left, then the end of the file, or ECONNRESET when the other end threw bytes away; a
 * writer gets EPIPE.
 */
export class StreamSocket implements OpenFile {
  refs = 0;
  readonly readable = true;
  readonly writable = true;
  readonly kind = 'stream';
  readonly local: Endpoint;
  readonly remote: Endpoint;
  peer!: StreamSocket;
  /** The stack whose `netstat` shows it; none for unix sockets. */
  readonly stack: NetworkStack | undefined;
  readonly #via: NetworkInterface | undefined;
  readonly #in: Pipe;
  readonly #out: Pipe;
  #reset = false;
  #closed = false;

  constructor(
    local: Endpoint,
    remote: Endpoint,
    pipes: { in: Pipe; out: Pipe },
    where: { stack?: NetworkStack | undefined; via?: NetworkInterface | undefined } = {},
  ) {
    this.local = local;
    this.remote = remote;
    this.stack = where.stack;
    this.#via = where.via;
    this.#in = pipes.in;
    this.#out = pipes.out;
    this.#in.readers = 1;
    this.#out.writers = 1;
    this.stack?.connections.add(this);
  }

  read(max: number): Uint8Array | undefined {
    if (this.#in.buffered > 0) return this.#in.take(max);
    if (this.#reset) throw new SysError('ECONNRESET');
    return this.#in.writers === 0 ? NONE : undefined;
  }
  write(bytes: Uint8Array): number | undefined {
    if (this.#reset && this.#in.buffered === 0) throw new SysError('ECONNRESET');
    if (this.#out.readers === 0 || this.#out.writers === 0) throw new SysError('EPIPE');
    const taken = this.#out.put(bytes);
    if (taken === 0 && bytes.length > 0) return undefined;
    this.#count(taken);
    return taken;
  }
  canRead(): boolean {
    return this.#in.buffered > 0 || this.#in.writers === 0 || this.#reset;
  }
  canWrite(): boolean {
    return this.#reset || this.#out.readers === 0 || this.#out.writers === 0 || this.#out.buffered < PIPE_SIZE;
  }
  /** shutdown(2): no more is read, or no more is written and the other end sees the end of the file. */
  shutdown(how: 'read' | 'write' | 'both'): void {
    if (how !== 'write') this.#in.readers = 0;
    if (how !== 'read') this.#out.writers = 0;
  }
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    if (this.#in.buffered > 0) this.peer.#reset = true;
    this.shutdown('both');
    this.stack?.connections.delete(this);
  }
  /** Ends the connection without order: the other end gets ECONNRESET. */
  abort(): void {
    this.peer.#reset = true;
    this.close();
  }
  /** How `netstat` names the state. */
  get state(): 'ESTABLISHED' | 'CLOSE_WAIT' | 'FIN_WAIT2' {
    if (this.#in.writers === 0) return 'CLOSE_WAIT';
    return this.#out.writers === 0 ? 'FIN_WAIT2' : 'ESTABLISHED';
  }
  get received(): number {
    return this.#in.buffered;
  }
  get channel(): object {
    return this;
  }
  stat(): Inode {
    return socketInode;
  }

  #count(bytes: number): void {
    const packets = Math.ceil(bytes / SEGMENT_SIZE);
    count(this.#via?.sent, bytes + packets * HEADERS, packets);
    count(this.peer.#via?.received, bytes + packets * HEADERS, packets);
  }
}

function count(traffic: { bytes: number; packets: number } | undefined, bytes: number, packets: number): void {
  if (traffic === undefined) return;
  traffic.bytes += bytes;
  traffic.packets += packets;
}

interface Side extends Endpoint {
  readonly stack?: NetworkStack | undefined;
  readonly via?: NetworkInterface | undefined;
}

/** A connection: the end of who asked, and the end of who answers. `shown`: what the client takes the other end for. */
export function socketPair(client: Side, server: Side, shown: Endpoint = server): { client: StreamSocket; server: StreamSocket } {
  const up = new Pipe();
  const down = new Pipe();
  const end = ({ address, port }: Side): Endpoint => ({ address, port });
  const first = new StreamSocket(end(client), { address: shown.address, port: shown.port }, { in: down, out: up }, client);
  const second = new StreamSocket(end(server), end(client), { in: up, out: down }, server);
  first.peer = second;
  second.peer = first;
  return { client: first, server: second };
}

/** A socket that waits for connections. */
export class Listener implements OpenFile {
  refs = 0;
  readonly readable = false;
  readonly writable = false;
  readonly kind = 'listener';
  readonly address: string;
  readonly port: number;
  readonly #waiting: StreamSocket[] = [];
  readonly #onClose: (self: Listener) => void;
  closed = false;
  /** Who made it, for those who ask which program listens. */
  owner: object | undefined;

  constructor(at: Endpoint, onClose: (self: Listener) => void) {
    this.address = at.address;
    this.port = at.port;
    this.#onClose = onClose;
  }
  get hasRoom(): boolean {
    return this.#waiting.length < BACKLOG;
  }
  /** Hands a new connection to whoever accepts next. */
  offer(socket: StreamSocket): void {
    socket.refs++;
    this.#waiting.push(socket);
  }
  take(): StreamSocket | undefined {
    const socket = this.#waiting.shift();
    if (socket !== undefined) socket.refs--;
    return socket;
  }
  read(): never {
    throw new SysError('ENOTCONN');
  }
  write(): never {
    throw new SysError('ENOTCONN');
  }
  canRead(): boolean {
    return this.#waiting.length > 0;
  }
  canWrite(): boolean {
    return false;
  }
  close(): void {
    this.closed = true;
    for (const socket of this.#waiting.splice(0)) socket.abort();
    this.#onClose(this);
  }
  get channel(): object {
    return this;
  }
  stat(): Inode {
    return socketInode;
  }
}
