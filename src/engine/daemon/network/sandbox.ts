import type { Container, Endpoint, Network } from '../../container/index.ts';
import { type Forward, type NetworkInterface, NetworkStack } from '../../kernel/index.ts';
import type { NetworkFiles } from './network-files.ts';

/** A container's place on a network while it runs. */
export interface Attachment {
  readonly network: Network;
  readonly endpoint: Endpoint;
  readonly endpointID: string;
  readonly address: string;
  readonly prefix: number;
  /** Empty on an internal network and where there is none. */
  readonly gateway: string;
  readonly mac: string;
  /** In the container, and its other end on the host. Undefined for host and none, which have no interface of their own. */
  readonly inside: NetworkInterface | undefined;
  readonly outside: NetworkInterface | undefined;
}

/** A port of the host that leads to one of the container's. */
export interface Published {
  readonly protocol: Forward['protocol'];
  readonly containerPort: number;
  /** `0.0.0.0`, `::`, or the address asked for. */
  readonly hostIP: string;
  readonly hostPort: number;
  readonly forward: Forward | undefined;
}

/** What can be put on networks. */
export interface Attachable {
  readonly id: string;
  readonly stack: NetworkStack;
  /** By name of the network. */
  readonly attachments: Map<string, Attachment>;
}

/** The network of a running container: its stack, its places on networks, its published ports. */
export class Sandbox implements Attachable {
  readonly id: string;
  readonly container: Container;
  readonly stack: NetworkStack;
  /** By name of the network. */
  readonly attachments = new Map<string, Attachment>();
  published: readonly Published[] = [];
  /** Of another container whose network this one shares. */
  readonly shared: boolean;
  files: NetworkFiles | undefined;

  constructor(id: string, container: Container, options: { readonly stack?: NetworkStack; readonly shared?: boolean } = {}) {
    this.id = id;
    this.container = container;
    this.stack = options.stack ?? containerStack();
    this.shared = options.shared ?? false;
  }
}

/** The stack of a container: every port is free to everyone (net.ipv4.ip_unprivileged_port_start is 0). */
export function containerStack(): NetworkStack {
  const stack = new NetworkStack();
  stack.firstFreePort = 0;
  return stack;
}
