import type { Container, Endpoint, Network } from '../../container/index.ts';
import { DockerError } from '../../errors/index.ts';
import { parseIPv4 } from '../../kernel/index.ts';
import { findNetwork } from '../container/networks.ts';
import type { Daemon } from '../daemon.ts';
import { holds } from './addresses.ts';

/** Throws DockerError for what an endpoint cannot ask for, as far as its network is known. Source: moby daemon/container_operations.go validateEndpointSettings. */
export function checkEndpoint(daemon: Daemon, endpoint: Endpoint): void {
  const wanted = endpoint.ipam?.IPv4Address;
  const six = endpoint.ipam?.IPv6Address;
  if (wanted === undefined && six === undefined) return;
  const network = knownNetwork(daemon, endpoint.network);
  const predefined = ['bridge', 'host', 'none', 'default'].includes(endpoint.network);
  const problems = [
    ...(predefined ? ['user specified IP address is supported on user defined networks only'] : []),
    ...(wanted !== undefined && parseIPv4(wanted) === undefined ? [`invalid IPv4 address: ${wanted}`] : []),
    ...(six !== undefined && !/^[0-9a-fA-F]*:[0-9a-fA-F:.]*$/.test(six) ? [`invalid IPv6 address: ${six}`] : []),
    ...(network === undefined || wanted === undefined ? [] : subnetProblems(network, wanted)),
  ];
  if (problems.length === 0) return;
  const list = problems.length === 1 ? problems[0]! : problems.map((problem) => `* ${problem}`).join('\n');
  throw new DockerError('InvalidArgument', `invalid config for network ${endpoint.network}: invalid endpoint settings:\n${list}`);
}

function subnetProblems(network: Network, address: string): string[] {
  if (network.subnetGiven !== true)
    return ['user specified IP address is supported only when connecting to networks with user configured subnets'];
  return holds(network.subnet, address) ? [] : [`no configured subnet or ip-range contain the IP address ${address}`];
}

function knownNetwork(daemon: Daemon, ref: string): Network | undefined {
  try {
    return findNetwork(daemon, ref);
  } catch (error) {
    if (error instanceof DockerError) return undefined;
    throw error;
  }
}

/** Throws DockerError when a container of this mode cannot be on one more network. */
export function checkMode(container: Container, network: Network): void {
  const mode = container.hostConfig.NetworkMode;
  if (mode === 'host' || mode.startsWith('container:')) {
    throw new DockerError(
      'InvalidArgument',
      'container sharing network namespace with another container or host cannot be connected to any other network',
    );
  }
  const onNone = container.endpoints.some((endpoint) => endpoint.network === 'none');
  if ((network.name === 'none' && container.endpoints.length > 0) || onNone) {
    throw new DockerError(
      'PermissionDenied',
      'container cannot be connected to multiple networks with one of the networks in private (none) mode',
    );
  }
}
