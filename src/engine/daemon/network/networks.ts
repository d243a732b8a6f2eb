import type { Container, Network } from '../../container/index.ts';
import { DockerError } from '../../errors/index.ts';
import { builtinNetworks, findContainer, findNetwork, networksOf } from '../container/index.ts';
import type { Daemon } from '../daemon.ts';
import { networkEvent, pruneEvent } from '../events/index.ts';
import { checkFilters, type Filters, matchPruneLabels, untilFilter } from '../filters.ts';

const isBuiltin = (name: string): boolean => name === 'default' || builtinNetworks().some((network) => network.name === name);

/** What a new network is made of. `subnet` is `address/bits`, empty for the next free one. */
export type NetworkRequest = Omit<Network, 'id' | 'created' | 'connected'>;

/** Makes a network's record. Throws DockerError. Source: moby daemon/network.go. */
export function createNetwork(daemon: Daemon, request: NetworkRequest): Network {
  const { name, driver, subnet } = request;
  if (name.trim() === '') throw new DockerError('InvalidArgument', 'invalid network name: name is empty');
  if (isBuiltin(name)) throw new DockerError('PermissionDenied', `operation is not permitted on predefined ${name} network`);
  if (subnet !== '' && !/^\d{1,3}(\.\d{1,3}){3}\/\d{1,2}$/.test(subnet))
    throw new DockerError('InvalidArgument', `invalid network config:\ninvalid subnet ${subnet}: invalid CIDR block notation`);
  const known = daemon.state.networks ?? new Map<string, Network>();
  if (known.has(name)) throw new DockerError('Conflict', `network with name ${name} already exists`);
  if (['overlay', 'macvlan', 'ipvlan'].includes(driver))
    throw new DockerError('NotSimulated', `networks of driver "${driver}" are not simulated`);
  if (driver === 'host' || driver === 'null')
    throw new DockerError('PermissionDenied', `only one instance of "${driver}" network is allowed`);
  if (driver !== 'bridge') throw new DockerError('NotFound', `plugin ${JSON.stringify(driver)} not found`);
  const own = freeSubnet([...known.values()]);
  const base = (subnet || own).replace(/\.\d+\/\d+$/, '');
  const network: Network = {
    ...request,
    id: daemon.newID(),
    created: daemon.now(),
    subnet: subnet || own,
    gateway: request.gateway || `${base}.1`,
    connected: [],
  };
  store(daemon, new Map(known).set(name, network));
  networkEvent(daemon, network, 'create');
  return network;
}

/** The first of 172.18.0.0/16, 172.19.0.0/16 … that no network has. */
function freeSubnet(known: readonly Network[]): string {
  for (let second = 18; ; second++) {
    const subnet = second < 32 ? `172.${second}.0.0/16` : `192.168.${(second - 32) * 16}.0/20`;
    if (second > 47 || known.every((network) => network.subnet !== subnet)) return subnet;
  }
}

const store = (daemon: Daemon, networks: ReadonlyMap<string, Network>): void => daemon.update({ networks });

/** Containers whose network is in use: those that run. */
function usersOf(daemon: Daemon, network: Network): Container[] {
  return [...daemon.state.containers.values()].filter(
    (container) => daemon.live.has(container.id) && networksOf(daemon, container).includes(network.name),
  );
}

/** Forgets a network that no running container is connected to. Throws DockerError. */
export function removeNetwork(daemon: Daemon, ref: string): void {
  const network = findNetwork(daemon, ref);
  if (isBuiltin(network.name)) {
    throw new DockerError('PermissionDenied', `${network.name} is a pre-defined network and cannot be removed`);
  }
  const users = usersOf(daemon, network);
  if (users.length > 0) {
    const names = users.map(({ name, id }) => `name:"${name}" id:"${id.slice(0, 12)}"`).join(', ');
    throw new DockerError('PermissionDenied', `error while removing network: network ${network.name} has active endpoints (${names})`);
  }
  const networks = new Map(daemon.state.networks);
  networks.delete(network.name);
  store(daemon, networks);
  networkEvent(daemon, network, 'destroy');
}

/** Connects a container to one more network. Throws DockerError. */
export function connectNetwork(daemon: Daemon, ref: string, containerRef: string): void {
  const container = findContainer(daemon, containerRef);
  const network = findNetwork(daemon, ref);
  const mode = container.hostConfig.NetworkMode;
  if (network.name === 'host')
    throw new DockerError('InvalidArgument', 'cannot connect container to host network - container must be created in host network mode');
  if (mode === 'host')
    throw new DockerError(
      'InvalidArgument',
      'container sharing network namespace with another container or host cannot be connected to any other network',
    );
  if (network.name === 'none' || mode === 'none')
    throw new DockerError(
      'PermissionDenied',
      'container cannot be connected to multiple networks with one of the networks in private (none) mode',
    );
  if (networksOf(daemon, container).includes(network.name)) {
    throw new DockerError('PermissionDenied', `endpoint with name ${container.name} already exists in network ${network.name}`);
  }
  if (isBuiltin(network.name)) throw new DockerError('NotSimulated', `connecting a container to ${network.name} later is not simulated`);
  store(daemon, new Map(daemon.state.networks).set(network.name, { ...network, connected: [...network.connected, container.id] }));
  if (daemon.live.has(container.id)) networkEvent(daemon, network, 'connect', { container: container.id });
}

/** Takes a container off a network that it was connected to later. Throws DockerError. */
export function disconnectNetwork(daemon: Daemon, ref: string, containerRef: string): void {
  const container = findContainer(daemon, containerRef);
  const network = findNetwork(daemon, ref);
  if (!networksOf(daemon, container).includes(network.name)) {
    throw new DockerError('PermissionDenied', `container ${container.id} is not connected to network ${network.name}`);
  }
  if (!network.connected.includes(container.id)) {
    throw new DockerError('NotSimulated', 'taking a container off the network it was made with is not simulated');
  }
  const connected = network.connected.filter((id) => id !== container.id);
  store(daemon, new Map(daemon.state.networks).set(network.name, { ...network, connected }));
  if (daemon.live.has(container.id)) networkEvent(daemon, network, 'disconnect', { container: container.id });
}

/** Removes every network that no container is connected to; their names. Throws DockerError for bad filters. */
export function pruneNetworks(daemon: Daemon, filters: Filters): string[] {
  checkFilters(filters, ['label', 'label!', 'until']);
  const until = untilFilter(filters, daemon.now());
  const removed = [...(daemon.state.networks?.values() ?? [])].filter(
    (network) =>
      usersOf(daemon, network).length === 0 &&
      matchPruneLabels(filters, network.labels) &&
      (until === undefined || network.created <= until.seconds + until.nanos / 1e9),
  );
  const networks = new Map(daemon.state.networks);
  for (const { name } of removed) networks.delete(name);
  store(daemon, networks);
  for (const network of removed) networkEvent(daemon, network, 'destroy');
  pruneEvent(daemon, 'network', 0);
  return removed.map(({ name }) => name);
}
