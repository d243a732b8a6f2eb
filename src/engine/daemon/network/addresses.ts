import type { Network } from '../../container/index.ts';
import { DockerError } from '../../errors/index.ts';
import { formatIPv4, inSubnet, parseIPv4, parseSubnet, type Segment, type Subnet, subnetSize } from '../../kernel/index.ts';

/** Address pools of networks without a subnet (moby daemon/libnetwork/ipamutils): sixteen times /16, then pieces of 192.168. */
function* pools(): Generator<Subnet> {
  for (let second = 17; second < 32; second++) yield parseSubnet(`172.${second}.0.0/16`)!;
  for (let third = 0; third < 256; third += 16) yield parseSubnet(`192.168.${third}.0/20`)!;
}

/** The first pool that overlaps none of these blocks. Throws DockerError when all are taken. */
export function freePool(taken: readonly Subnet[]): Subnet {
  for (const pool of pools()) {
    if (!taken.some((other) => inSubnet(other, pool.base) || inSubnet(pool, other.base))) return pool;
  }
  throw new DockerError('System', 'all predefined address pools have been fully subnetted');
}

/** The lowest address of a network that nobody has, or the one wanted. Throws DockerError. Source: moby daemon/libnetwork/ipam. */
export function takeAddress(network: Network, segment: Segment, wanted: string | undefined): string {
  const subnet = parseSubnet(network.subnet)!;
  const taken = (address: string): boolean =>
    segment.owner(address) !== undefined || Object.values(network.auxAddresses ?? {}).includes(address);
  if (wanted !== undefined) {
    if (taken(wanted)) throw new DockerError('System', 'Address already in use');
    return wanted;
  }
  const range = parseSubnet(network.ipRange ?? '') ?? subnet;
  const end = range.base + subnetSize(range);
  const last = subnet.base + subnetSize(subnet) - 1;
  for (let bits = range.base; bits < end; bits++) {
    const address = formatIPv4(bits);
    if (bits !== subnet.base && bits !== last && !taken(address)) return address;
  }
  throw new DockerError('System', `no available IPv4 addresses on this network's address pools: ${network.name} (${network.id})`);
}

/** Whether an address is a host's in a subnet. */
export function holds(subnet: string, address: string): boolean {
  const block = parseSubnet(subnet);
  const bits = parseIPv4(address);
  return block !== undefined && bits !== undefined && inSubnet(block, bits);
}
