import type { Network } from '../../container/index.ts';
import { DockerError } from '../../errors/index.ts';
import { formatIPv4, formatSubnet, parseSubnet, type Subnet } from '../../kernel/index.ts';
import { findNetwork } from '../container/networks.ts';
import type { Daemon } from '../daemon.ts';
import { networkEvent, pruneEvent } from '../events/index.ts';
import { checkFilters, type Filters, matchPruneLabels, untilFilter } from '../filters.ts';
import { freePool } from './addresses.ts';
import { BRIDGE, PREDEFINED } from './builtin.ts';
import { sandboxesOn } from './names.ts';

/** What a new network is made of. `subnet` is `address/bits`, empty for the next free one; `gateway` empty for its first address. */
export type NetworkRequest = Omit<Network, 'id' | 'created'>;

/** Makes a network. Throws DockerError. Source: moby daemon/network.go. */
export function createNetwork(daemon: Daemon, request: NetworkRequest): Network {
  const { name, driver } = request;
  if (name.trim() === '') throw new DockerError('InvalidArgument', 'invalid name: name is empty');
  if (PREDEFINED.includes(name)) throw new DockerError('PermissionDenied', `operation is not permitted on predefined ${name} network`);
  checkSubnet(request.subnet);
  const known = daemon.state.networks ?? new Map<string, Network>();
  if (known.has(name)) throw new DockerError('Conflict', `network with name ${name} already exists`);
  if (driver === 'overlay')
    throw new DockerError(
      'System',
      'This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.',
    );
  if (driver === 'macvlan' || driver === 'ipvlan')
    throw new DockerError('NotSimulated', `networks of driver "${driver}" are not simulated`);
  if (driver === 'host' || driver === 'null')
    throw new DockerError('PermissionDenied', `only one instance of "${driver}" network is allowed`);
  if (driver !== 'bridge') throw new DockerError('NotFound', `plugin ${JSON.stringify(driver)} not found`);
  const taken = takenSubnets(daemon);
  const given = parseSubnet(request.subnet);
  if (given !== undefined && networkSubnets(daemon).some((other) => overlap(other, given)))
    throw new DockerError('PermissionDenied', 'invalid pool request: Pool overlaps with other one on this address space');
  const subnet = given ?? freePool(taken);
  const range = parseSubnet(request.ipRange ?? '') ?? subnet;
  const gateway = request.gateway || formatIPv4(range === subnet ? subnet.base + 1 : Math.max(range.base, subnet.base + 1));
  const network: Network = {
    ...request,
    id: daemon.newID(),
    created: daemon.now(),
    subnet: formatSubnet(subnet),
    subnetGiven: given !== undefined,
    gateway,
    gatewayShown: request.gateway !== '' || given === undefined,
  };
  daemon.update({ networks: new Map(known).set(name, network) });
  daemon.host?.wire(network);
  networkEvent(daemon, network, 'create');
  return network;
}

function checkSubnet(text: string): void {
  if (text === '') return;
  const subnet = parseSubnet(text);
  const problem =
    subnet === undefined
      ? 'invalid CIDR block notation'
      : formatSubnet(subnet) === text
        ? undefined
        : `it should be ${formatSubnet(subnet)}`;
  if (problem !== undefined) throw new DockerError('InvalidArgument', `invalid network config:\ninvalid subnet ${text}: ${problem}`);
}

const overlap = (a: Subnet, b: Subnet): boolean => {
  const [wide, narrow] = a.prefix <= b.prefix ? [a, b] : [b, a];
  return narrow.base - (narrow.base % 2 ** (32 - wide.prefix)) === wide.base;
};

function networkSubnets(daemon: Daemon): Subnet[] {
  const networks = [...(daemon.host === undefined || daemon.host.bridge ? [BRIDGE] : []), ...(daemon.state.networks?.values() ?? [])];
  return networks.flatMap((network) => parseSubnet(network.subnet) ?? []);
}

/** Blocks that no new network may overlap: those of networks, and what the host itself is on. */
function takenSubnets(daemon: Daemon): Subnet[] {
  const ofHost = (daemon.host?.stack.interfaces ?? []).flatMap(({ addresses }) =>
    addresses.flatMap((address) => parseSubnet(address) ?? []),
  );
  return [...networkSubnets(daemon), ...ofHost];
}

/** Forgets a network that no running container is connected to. Throws DockerError. */
export function removeNetwork(daemon: Daemon, ref: string): void {
  const network = findNetwork(daemon, ref);
  if (PREDEFINED.includes(network.name)) {
    throw new DockerError('PermissionDenied', `${network.name} is a pre-defined network and cannot be removed`);
  }
  const users = sandboxesOn(daemon, network.name);
  if (users.length > 0) {
    const names = users
      .map(({ container, attachments }) => {
        const { name } = daemon.state.containers.get(container.id) ?? container;
        return `name:"${name}" id:"${attachments.get(network.name)!.endpointID.slice(0, 12)}"`;
      })
      .join(', ');
    throw new DockerError('PermissionDenied', `error while removing network: network ${network.name} has active endpoints (${names})`);
  }
  drop(daemon, [network]);
}

function drop(daemon: Daemon, gone: readonly Network[]): void {
  const networks = new Map(daemon.state.networks);
  for (const { name, id } of gone) {
    networks.delete(name);
    daemon.host?.drop(id);
  }
  daemon.update({ networks });
  for (const network of gone) networkEvent(daemon, network, 'destroy');
}

/** Removes every network that no running container is connected to; their names. Throws DockerError for bad filters. */
export function pruneNetworks(daemon: Daemon, filters: Filters): string[] {
  checkFilters(filters, ['label', 'label!', 'until']);
  const until = untilFilter(filters, daemon.now());
  const removed = [...(daemon.state.networks?.values() ?? [])].filter(
    (network) =>
      sandboxesOn(daemon, network.name).length === 0 &&
      matchPruneLabels(filters, network.labels) &&
      (until === undefined || network.created <= until.seconds + until.nanos / 1e9),
  );
  drop(daemon, removed);
  pruneEvent(daemon, 'network', 0);
  return removed.map(({ name }) => name);
}
