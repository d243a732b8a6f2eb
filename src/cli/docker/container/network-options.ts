import { type Endpoint, plainEndpoint } from '../../../engine/container/index.ts';
import type { ParsedFlags } from '../../flags/index.ts';
import { OptionError } from './option-error.ts';

/** What the network flags of `docker run` ask for. Source: docker/cli cli/command/container/opts.go parseNetworkOpts, opts/network.go. */
export interface NetworkOptions {
  readonly mode: string;
  /** The place on the network of the mode first. */
  readonly endpoints: readonly Endpoint[];
  /** Links on the default network. */
  readonly links: readonly string[];
}

const isUserDefined = (mode: string): boolean => !['default', 'bridge', 'host', 'none'].includes(mode) && !mode.startsWith('container:');

/** Throws OptionError for what cannot go together. */
export function networkOptions(flags: ParsedFlags): NetworkOptions {
  const values = flags.list('network');
  const parsed = (values.length === 0 ? ['default'] : values).map(parseNetwork);
  const seen = new Set<string>();
  for (const [index, { network }] of parsed.entries()) {
    if (seen.has(network)) throw new OptionError(`network ${JSON.stringify(network)} is specified multiple times`);
    seen.add(network);
    if (parsed.length > 1 && (!isUserDefined(parsed[0]!.network) || (index > 0 && !isUserDefined(network))))
      throw new OptionError('conflicting options: cannot attach both user-defined and non-user-defined network-modes');
  }
  const first = parsed[0]!;
  const mode = first.network === 'default' ? 'bridge' : first.network;
  const users = isUserDefined(first.network);
  const aliases = flags.list('network-alias');
  const links = flags.list('link');
  if (aliases.length > 0 && !users) throw new OptionError('network-scoped aliases are only supported for user-defined networks');
  if (aliases.length > 0 && first.aliases !== null)
    throw new OptionError('conflicting options: cannot specify both --network-alias and per-network alias');
  if (links.length > 0 && first.links !== null)
    throw new OptionError('conflicting options: cannot specify both --link and per-network links');
  const address = flags.string('ip');
  const six = flags.string('ip6');
  if (address !== '' && first.ipam?.IPv4Address !== undefined)
    throw new OptionError('conflicting options: cannot specify both --ip and per-network IPv4 address');
  const asked = { ...(address === '' ? {} : { IPv4Address: address }), ...(six === '' ? {} : { IPv6Address: six }) };
  const primary: Endpoint = {
    ...first,
    network: mode,
    aliases: aliases.length > 0 ? aliases : first.aliases,
    links: users && links.length > 0 ? links : first.links,
    ipam: Object.keys(asked).length > 0 ? { ...first.ipam, ...asked } : first.ipam,
    mac: first.mac || flags.string('mac-address'),
  };
  return { mode, endpoints: [primary, ...parsed.slice(1)], links: users ? [] : links.map(linkText) };
}

/** `container[:alias]`; the alias is the container's name when none is given. */
function linkText(value: string): string {
  const [container = '', alias = container, ...more] = value.split(':');
  if (more.length > 0 || container === '') throw new OptionError(`bad format for links: ${value}`);
  return `${container}:${alias}`;
}

/** A name, or `name=…,alias=…,ip=…`. */
function parseNetwork(value: string): Endpoint {
  if (!/^\w+=/.test(value)) return plainEndpoint(value);
  let endpoint = plainEndpoint('');
  for (const field of value.split(',')) {
    const at = field.indexOf('=');
    const key = (at < 0 ? field : field.slice(0, at)).trim().toLowerCase();
    const text = at < 0 ? '' : field.slice(at + 1).trim();
    if (key === 'name') endpoint = { ...endpoint, network: text };
    else if (key === 'alias') endpoint = { ...endpoint, aliases: [...(endpoint.aliases ?? []), text] };
    else if (key === 'ip') endpoint = { ...endpoint, ipam: { ...endpoint.ipam, IPv4Address: text } };
    else if (key === 'ip6') endpoint = { ...endpoint, ipam: { ...endpoint.ipam, IPv6Address: text } };
    else if (key === 'mac-address') endpoint = { ...endpoint, mac: text };
    else if (key === 'gw-priority') endpoint = { ...endpoint, gwPriority: Number(text) };
    else if (key === 'driver-opt') {
      const [name = '', setting = ''] = text.split('=');
      endpoint = { ...endpoint, driverOpts: { ...endpoint.driverOpts, [name.trim().toLowerCase()]: setting.trim() } };
    }
  }
  if (endpoint.network === '')
    throw new OptionError(`invalid argument ${JSON.stringify(value)} for "--network" flag: network name/id is not specified`);
  return endpoint;
}
