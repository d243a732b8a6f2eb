import { SysError } from '../errno.ts';
import { type InterfaceOptions, NetworkInterface } from './interface.ts';
import { isAny } from './ipv4.ts';
import type { Listener, StreamSocket } from './stream.ts';

/** Ports that clients get (net.ipv4.ip_local_port_range). */
const FIRST_EPHEMERAL = 32_768;
const LAST_EPHEMERAL = 60_999;
/** Most sockets a machine may have; more gives ENFILE. */
const MAX_SOCKETS = 2048;

/** Answers a question for the addresses of a name: none when there is no such name, `failure` when it could not find out. */
export type NameServer = (name: string, from: NetworkStack) => readonly string[] | 'failure';

/** A port of this machine that leads to another one's: what `-p` makes. */
export interface Forward {
  readonly protocol: 'tcp' | 'udp' | 'sctp';
  /** `0.0.0.0` for all of the machine's own. */
  readonly address: string;
  readonly port: number;
  /** Where it leads. */
  readonly to: { readonly stack: NetworkStack; readonly address: string; readonly port: number };
}

/**
 * The network of one namespace: its interfaces, its routes, who listens. Two namespaces may share one (`--network
 * container:…`). A new one has only the loopback interface. Knows no process and no name.
 */
export class NetworkStack {
  readonly interfaces: NetworkInterface[] = [];
  #lastIndex = 0;
  /** Where packets go that no interface's own block holds. */
  gateway: { readonly address: string; readonly via: NetworkInterface } | undefined;
  /** Whether packets of others are passed on, and between which interfaces. Undefined: not at all. */
  forward: ((from: NetworkInterface, to: NetworkInterface) => boolean) | undefined;
  /** Ports that lead elsewhere, before anyone who listens is asked. */
  readonly forwards = new Set<Forward>();
  readonly listeners = new Set<Listener>();
  readonly connections = new Set<StreamSocket>();
  /** Who answers questions for names at this machine's addresses. */
  nameServer: NameServer | undefined;
  /** Who answers at 127.0.0.11: Docker's own name server in a container. */
  embeddedNames: NameServer | undefined;
  /** Whether this stack answers for an address that is on none of its interfaces: the rest of the world behind a router. */
  answersFor: ((address: string) => boolean) | undefined;
  /** Takes connections that no listener takes. Gives false to refuse. */
  serve: ((address: string, port: number, socket: StreamSocket) => boolean) | undefined;
  /** Ports below this one are root's (net.ipv4.ip_unprivileged_port_start); Docker lets everyone have all in a container. */
  firstFreePort = 1024;
  /** Seconds that a packet takes from here and back, beyond the wire. */
  delay = 0;
  #lastPort = FIRST_EPHEMERAL - 1;

  constructor() {
    this.add({ name: 'lo', mtu: 65_536, addresses: ['127.0.0.1/8'] });
  }

  /** Adds an interface and hangs it on its segment. Numbers count on, as the kernel's do. */
  add(options: InterfaceOptions & { readonly index?: number }): NetworkInterface {
    const index = options.index ?? this.takeIndex();
    const made = new NetworkInterface(this, index, options);
    this.interfaces.push(made);
    made.segment?.interfaces.add(made);
    return made;
  }
  /** The next interface number; none is given twice. */
  takeIndex(): number {
    return ++this.#lastIndex;
  }
  /** Takes an interface away, with the default route through it. */
  remove(gone: NetworkInterface): void {
    gone.segment?.interfaces.delete(gone);
    const at = this.interfaces.indexOf(gone);
    if (at >= 0) this.interfaces.splice(at, 1);
    if (this.gateway?.via === gone) this.gateway = undefined;
  }
  interfaceNamed(name: string): NetworkInterface | undefined {
    return this.interfaces.find((each) => each.name === name);
  }
  get loopback(): NetworkInterface {
    return this.interfaces[0]!;
  }
  /** Whether an address is this machine's own. */
  owns(address: string): boolean {
    return address === '::1' || address.startsWith('127.') || this.interfaces.some((each) => each.has(address));
  }

  /** Who listens for connections to an address and port. */
  listenerAt(address: string, port: number): Listener | undefined {
    let any: Listener | undefined;
    for (const listener of this.listeners) {
      if (listener.port !== port) continue;
      if (listener.address === address) return listener;
      if (isAny(listener.address)) any = listener;
    }
    return any;
  }
  /** Whether a listener of this protocol could not be had: EADDRINUSE. */
  isTaken(address: string, port: number): boolean {
    for (const other of this.listeners)
      if (other.port === port && (isAny(address) || isAny(other.address) || other.address === address)) return true;
    return false;
  }
  /** The next free port for a client. Throws EADDRNOTAVAIL when all are taken. */
  ephemeralPort(): number {
    const taken = new Set([...this.connections].map(({ local }) => local.port));
    for (const { port } of this.listeners) taken.add(port);
    for (let tries = FIRST_EPHEMERAL; tries <= LAST_EPHEMERAL; tries++) {
      this.#lastPort = this.#lastPort >= LAST_EPHEMERAL ? FIRST_EPHEMERAL : this.#lastPort + 1;
      if (!taken.has(this.#lastPort)) return this.#lastPort;
    }
    throw new SysError('EADDRNOTAVAIL');
  }
  /** Throws ENFILE when no more sockets may be made. */
  checkRoom(): void {
    if (this.connections.size + this.listeners.size >= MAX_SOCKETS) throw new SysError('ENFILE');
  }
}
