import type { Network } from '../../container/index.ts';
import type { Forward, Namespace, NetworkInterface, NetworkStack } from '../../kernel/index.ts';
import { parseSubnet, Segment } from '../../kernel/index.ts';
import { BRIDGE } from './builtin.ts';
import { macOf } from './mac.ts';

/** A network in use: its wire, and the engine's own interface there. */
export interface Wire {
  readonly segment: Segment;
  readonly bridge: NetworkInterface;
  readonly internal: boolean;
}

/** The first port that is given to a `-p` without one (net.ipv4.ip_local_port_range). */
const FIRST_PORT = 32_768;
const LAST_PORT = 60_999;

/**
 * What an engine does to the network of its host: a bridge for each network, ports that lead to containers. Live, never part of a
 * World: it is made anew from the networks' records when a machine is switched on.
 */
export class HostNetwork {
  readonly ns: Namespace;
  /** Whether there is a default bridge network: not with `--bridge=none`. */
  readonly bridge: boolean;
  readonly #wires = new Map<string, Wire>();
  readonly #lastPort = new Map<Forward['protocol'], number>();

  constructor(ns: Namespace, options: { readonly bridge: boolean }) {
    this.ns = ns;
    this.bridge = options.bridge;
    this.stack.forward = (from, to) => from.bridge && !to.bridge && !this.#isInternal(from);
    if (options.bridge) this.wire(BRIDGE);
  }

  get stack(): NetworkStack {
    return this.ns.network;
  }

  /** The wire of a network; made at the first call. */
  wire(network: Network): Wire {
    const known = this.#wires.get(network.id);
    if (known !== undefined) return known;
    const name =
      network.name === BRIDGE.name ? 'docker0' : (network.options['com.docker.network.bridge.name'] ?? `br-${network.id.slice(0, 12)}`);
    const segment = new Segment(name);
    const prefix = parseSubnet(network.subnet)?.prefix ?? 16;
    const bridge = this.stack.add({
      name,
      addresses: [`${network.gateway}/${prefix}`],
      segment,
      mac: macOf(`bridge ${network.id}`),
      bridge: true,
    });
    const wire = { segment, bridge, internal: network.internal };
    this.#wires.set(network.id, wire);
    return wire;
  }
  /** Takes a network's bridge away. */
  drop(id: string): void {
    const wire = this.#wires.get(id);
    if (wire !== undefined) this.stack.remove(wire.bridge);
    this.#wires.delete(id);
  }
  /** The next port for a `-p` that names none; they go up and do not come back until all were used. */
  nextPort(protocol: Forward['protocol']): number {
    const last = this.#lastPort.get(protocol) ?? FIRST_PORT - 1;
    const next = last >= LAST_PORT ? FIRST_PORT : last + 1;
    this.#lastPort.set(protocol, next);
    return next;
  }

  #isInternal(bridge: NetworkInterface): boolean {
    for (const wire of this.#wires.values()) if (wire.bridge === bridge) return wire.internal;
    return false;
  }
}
