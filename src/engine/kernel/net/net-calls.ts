import type { ByteString } from '../bytes.ts';
import { SysError } from '../errno.ts';
import type { Process } from '../process.ts';
import type { Step } from '../wait.ts';
import { attempt } from './connect.ts';
import { isAny } from './ipv4.ts';
import { type Lookup, lookupName } from './names.ts';
import type { NetworkStack } from './stack.ts';
import { type Endpoint, Listener, StreamSocket, socketPair } from './stream.ts';
import { unixListenerAt, unixListeners } from './unix.ts';

/**
 * The system calls of sockets. A socket is a descriptor like any other: `read`, `write` and `close` work on it. Addresses
 * are ordinary text (`172.17.0.2`, `0.0.0.0`, `::1`); those that fail throw SysError with Linux's error number.
 *
 * A server: `const fd = p.net.listen(80); for (;;) { const {fd: client} = yield* p.net.accept(fd); … p.io.close(client) }`.
 * A client: `const fd = yield* p.net.connect(address, 80); yield* p.write(fd, …); yield* p.read(fd); p.io.close(fd)`.
 */
export class NetCalls {
  readonly #p: Process;
  constructor(process: Process) {
    this.#p = process;
  }

  /** The network of this process's namespace. */
  get stack(): NetworkStack {
    return this.#p.ns.network;
  }

  /**
   * A socket that waits for connections to a port of one address or, without one, of all; port 0 takes a free one. Throws EADDRINUSE,
   * EADDRNOTAVAIL for an address that is not this machine's, EACCES below 1024 for others than root where the machine says so.
   */
  listen(port: number, address = '0.0.0.0'): number {
    const { stack } = this;
    stack.checkRoom();
    const at = address === '::1' ? '127.0.0.1' : address;
    if (!isAny(at) && !stack.owns(at)) throw new SysError('EADDRNOTAVAIL');
    if (port < stack.firstFreePort && this.#p.credentials.uid !== 0) throw new SysError('EACCES');
    const chosen = port === 0 ? stack.ephemeralPort() : port;
    if (stack.isTaken(at, chosen)) throw new SysError('EADDRINUSE');
    const listener = new Listener({ address: at, port: chosen }, (self) => stack.listeners.delete(self));
    listener.owner = this.#p;
    stack.listeners.add(listener);
    return this.#p.io.install(listener);
  }

  /** The next connection to a listening socket. Throws EINTR when a caught signal came first, EAGAIN when none came before `deadline` (virtual seconds). */
  *accept(fd: number, deadline?: number): Step<{ readonly fd: number; readonly peer: Endpoint }> {
    for (;;) {
      const listener = this.#listener(fd);
      const socket = listener.take();
      if (socket !== undefined) return { fd: this.#p.io.install(socket), peer: socket.remote };
      const woken = yield { ready: () => listener.canRead(), ...(deadline === undefined ? {} : { deadline }) };
      if (woken !== 'ready') throw new SysError(woken === 'signal' ? 'EINTR' : 'EAGAIN');
    }
  }

  /**
   * A connection to an address and port. Throws ECONNREFUSED, ENETUNREACH, EHOSTUNREACH, ETIMEDOUT after the virtual time that takes,
   * or ETIMEDOUT at `deadline`, EINTR when a caught signal came first.
   */
  *connect(address: string, port: number, deadline = Number.POSITIVE_INFINITY): Step<number> {
    for (;;) {
      const result = attempt(this.stack, address, port);
      if (result.kind === 'full') {
        const woken = yield {
          ready: () => result.listener.hasRoom || result.listener.closed,
          deadline: Math.min(deadline, this.#p.now() + 130),
        };
        if (woken !== 'ready') throw new SysError(woken === 'signal' ? 'EINTR' : 'ETIMEDOUT');
        continue;
      }
      const fd = result.kind === 'connected' ? this.#p.io.install(result.socket) : undefined;
      yield* this.#pass(result.after, deadline, fd);
      if (result.kind === 'failed') throw new SysError(result.errno);
      return fd!;
    }
  }

  /** Two connected sockets of this process (socketpair(2)). */
  pair(): [number, number] {
    const { client, server } = socketPair({ address: '', port: 0 }, { address: '', port: 0 });
    return [this.#p.io.install(client), this.#p.io.install(server)];
  }

  /** A socket that waits at a path for connections from this machine (unix(7)): makes a socket file, which stays. Throws EADDRINUSE when the path exists. */
  listenUnix(path: ByteString): number {
    try {
      this.#p.fs.mknod(path, { kind: 'socket' }, 0o777);
    } catch (error) {
      if (error instanceof SysError && error.errno === 'EEXIST') throw new SysError('EADDRINUSE');
      throw error;
    }
    const place = this.#p.fs.existing(path, true);
    const sockets = unixListeners(place.mount.fs);
    const { ino } = place.inode;
    const listener = new Listener({ address: path, port: 0 }, () => sockets.delete(ino));
    sockets.set(ino, listener);
    return this.#p.io.install(listener);
  }
  /** A connection to whoever listens at a path. Throws ENOENT, EACCES, ECONNREFUSED. */
  *connectUnix(path: ByteString): Step<number> {
    const listener = unixListenerAt(this.#p, path);
    if (!listener.hasRoom) yield { ready: () => listener.hasRoom || listener.closed };
    if (listener.closed) throw new SysError('ECONNREFUSED');
    const { client, server } = socketPair({ address: '', port: 0 }, { address: path, port: 0 });
    listener.offer(server);
    return this.#p.io.install(client);
  }

  /** shutdown(2): with `write` the other end sees the end of the file while this one goes on reading. */
  shutdown(fd: number, how: 'read' | 'write' | 'both' = 'write'): void {
    this.#stream(fd).shutdown(how);
  }
  /** Closes a connection so that the other end gets ECONNRESET. */
  abort(fd: number): void {
    this.#stream(fd).abort();
    this.#p.io.close(fd);
  }
  /** Own address and port of a socket (getsockname(2)). */
  localOf(fd: number): Endpoint {
    const file = this.#p.io.at(fd);
    if (file instanceof Listener) return { address: file.address, port: file.port };
    return this.#stream(fd).local;
  }
  /** Address and port at the other end (getpeername(2)). */
  peerOf(fd: number): Endpoint {
    return this.#stream(fd).remote;
  }

  /**
   * Waits until one of these descriptors can be read (or has ended, or has a connection to accept). Answers those, in the order asked;
   * none when `deadline` (virtual seconds) came first. Throws EINTR.
   */
  *readable(fds: readonly number[], deadline?: number): Step<number[]> {
    const ready = (): number[] => fds.filter((fd) => !this.#p.io.has(fd) || this.#p.io.at(fd).canRead());
    let found = ready();
    if (found.length > 0) return found;
    const woken = yield { ready: () => (found = ready()).length > 0, ...(deadline === undefined ? {} : { deadline }) };
    if (woken === 'signal') throw new SysError('EINTR');
    return found;
  }

  /** The first address of a name: /etc/hosts, then the name servers of /etc/resolv.conf; undefined when there is none. */
  *resolve(name: string): Step<string | undefined> {
    const found = yield* this.lookup(name);
    return found.kind === 'found' ? found.addresses[0] : undefined;
  }
  /** The same with everything there is to tell, also why there is none. */
  *lookup(name: string): Step<Lookup> {
    return yield* lookupName(this.#p, name);
  }

  *#pass(seconds: number, deadline: number, fd: number | undefined): Step<void> {
    if (seconds < 0.001) return;
    const end = this.#p.now() + seconds;
    const woken = yield { ready: () => false, deadline: Math.min(end, deadline) };
    if (woken !== 'signal' && end <= deadline) return;
    if (fd !== undefined) this.#p.io.close(fd);
    throw new SysError(woken === 'signal' ? 'EINTR' : 'ETIMEDOUT');
  }
  #listener(fd: number): Listener {
    const file = this.#p.io.at(fd);
    if (file instanceof Listener) return file;
    throw new SysError(file instanceof StreamSocket ? 'EOPNOTSUPP' : 'ENOTSOCK');
  }
  #stream(fd: number): StreamSocket {
    const file = this.#p.io.at(fd);
    if (file instanceof StreamSocket) return file;
    throw new SysError(file instanceof Listener ? 'ENOTCONN' : 'ENOTSOCK');
  }
}
