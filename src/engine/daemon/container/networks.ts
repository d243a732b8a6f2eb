import type { Container, Network } from '../../container/index.ts';
import { DockerError } from '../../errors/index.ts';
import type { Daemon } from '../daemon.ts';
import { BRIDGE, HOST, NONE } from '../network/builtin.ts';

/** The networks that an engine has by itself: no bridge with `--bridge=none`. */
export function builtinNetworks(daemon: Daemon): Network[] {
  return daemon.host?.bridge === true ? [BRIDGE, HOST, NONE] : [HOST, NONE];
}

/** Every network, by name. */
export function allNetworks(daemon: Daemon): Network[] {
  return [...builtinNetworks(daemon), ...(daemon.state.networks?.values() ?? [])].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The network with this name, id, or unambiguous id prefix. Throws DockerError NotFound. */
export function findNetwork(daemon: Daemon, ref: string): Network {
  const all = allNetworks(daemon);
  const wanted = ref === 'default' ? 'bridge' : ref;
  const exact = all.find(({ id }) => id === ref) ?? all.find(({ name }) => name === wanted);
  if (exact !== undefined) return exact;
  const matches = ref === '' ? [] : all.filter(({ id }) => id.startsWith(ref));
  if (matches.length > 1)
    throw new DockerError('InvalidArgument', `network ${ref} is ambiguous (${matches.length} matches found based on ID prefix)`);
  if (matches[0] === undefined) throw new DockerError('NotFound', `network ${ref} not found`);
  return matches[0];
}

/** Names of the networks a container is connected to, in byte order. */
export const networksOf = ({ endpoints }: Container): string[] => endpoints.map(({ network }) => network).sort((a, b) => (a < b ? -1 : 1));
