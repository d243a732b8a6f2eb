import { formatSubnet, inSubnet, parseIPv4, parseSubnet } from '../../../engine/kernel/index.ts';
import type { ParsedFlags } from '../../flags/index.ts';

/** What `--subnet`, `--gateway`, `--ip-range` and `--aux-address` ask for. */
export interface PoolOptions {
  readonly subnet: string;
  readonly gateway: string;
  readonly ipRange?: string;
  readonly auxAddresses?: Readonly<Record<string, string>>;
}

/** The address pool that flags describe, or the client's complaint. Source: docker/cli cli/command/network/create.go createIPAMConfig. */
export function poolOptions(flags: ParsedFlags): PoolOptions | string {
  const subnets = flags.list('subnet');
  const gateways = flags.list('gateway');
  const ranges = flags.list('ip-range');
  const aux = Object.entries(Object.fromEntries(flags.map('aux-address')));
  if (subnets.length < ranges.length || subnets.length < gateways.length)
    return 'every ip-range or gateway must have a corresponding subnet';
  if (subnets.length > 1) return "Error response from daemon: bridge driver doesn't support multiple subnets";
  const subnet = subnets[0] ?? '';
  const block = parseSubnet(subnet);
  const [range] = ranges;
  const [gateway] = gateways;
  if (range !== undefined && block !== undefined) {
    const part = parseSubnet(range);
    if (part === undefined || !inSubnet(block, part.base)) return `no matching subnet for range ${range}`;
  }
  if (gateway !== undefined && block !== undefined && !inSubnet(block, parseIPv4(gateway) ?? -1))
    return `no matching subnet for gateway ${gateway}`;
  for (const [, address] of aux)
    if (block === undefined || !inSubnet(block, parseIPv4(address) ?? -1)) return `no matching subnet for aux-address ${address}`;
  const part = parseSubnet(range ?? '');
  return {
    subnet,
    gateway: gateway ?? '',
    ...(part === undefined ? {} : { ipRange: formatSubnet(part) }),
    ...(aux.length === 0 ? {} : { auxAddresses: Object.fromEntries(aux) }),
  };
}
