import { inSubnet, parseIPv4, parseSubnet, type Subnet } from './ipv4.ts';
import type { NetworkStack } from './stack.ts';

/** Bytes and packets that went through an interface. */
export interface Traffic {
  bytes: number;
  packets: number;
}

/** A network interface: a name, its addresses, and the wire it hangs on. */
export class NetworkInterface {
  readonly name: string;
  /** Number on its machine, as `ip addr` counts. */
  readonly index: number;
  /** `00:00:00:00:00:00` for the loopback interface. */
  readonly mac: string;
  readonly mtu: number;
  /** `address/bits`, the main one first. */
  readonly addresses: readonly string[];
  /** Undefined for the loopback interface. */
  readonly segment: Segment | undefined;
  readonly stack: NetworkStack;
  /** The number of the other end of a veth pair, on another machine. */
  readonly peer: number | undefined;
  /** A bridge: a wire of its own, up as soon as something hangs on it. */
  readonly bridge: boolean;
  /** The bridge that this interface is a port of. */
  readonly master: string | undefined;
  readonly received: Traffic = { bytes: 0, packets: 0 };
  readonly sent: Traffic = { bytes: 0, packets: 0 };

  constructor(stack: NetworkStack, index: number, options: InterfaceOptions) {
    this.stack = stack;
    this.index = index;
    this.name = options.name;
    this.mac = options.mac ?? '00:00:00:00:00:00';
    this.mtu = options.mtu ?? 1500;
    this.addresses = options.addresses;
    this.segment = options.segment;
    this.peer = options.peer;
    this.bridge = options.bridge ?? false;
    this.master = options.master;
  }

  /** The main address without its bits. */
  get address(): string {
    return this.addresses[0]?.split('/')[0] ?? '0.0.0.0';
  }
  has(address: string): boolean {
    return this.addresses.some((own) => own.split('/')[0] === address);
  }
  /** The block of this interface that holds an address; undefined when none does. */
  subnetOf(address: string): Subnet | undefined {
    const wanted = parseIPv4(address);
    for (const own of this.addresses) {
      const subnet = parseSubnet(own);
      if (wanted !== undefined && subnet !== undefined && inSubnet(subnet, wanted)) return subnet;
    }
    return undefined;
  }
}

export interface InterfaceOptions {
  readonly name: string;
  readonly mac?: string;
  readonly mtu?: number;
  readonly addresses: readonly string[];
  readonly segment?: Segment | undefined;
  readonly peer?: number;
  readonly bridge?: boolean;
  readonly master?: string;
}

/** A wire: what hangs on it can reach each other without a router. A bridge network is one, so is the cable between two machines. */
export class Segment {
  readonly name: string;
  readonly interfaces = new Set<NetworkInterface>();

  constructor(name: string) {
    this.name = name;
  }
  /** Who answers for an address here; undefined when nobody does. */
  owner(address: string): NetworkInterface | undefined {
    for (const each of this.interfaces) if (each.has(address)) return each;
    return undefined;
  }
}
