import type { Container, Network } from '../../container/index.ts';
import { hexOf, sha256 } from '../../digest/index.ts';
import { DockerError } from '../../errors/index.ts';
import type { Daemon } from '../daemon.ts';
import { findContainer } from './find.ts';

/** The networks that every engine has. */
export function builtinNetworks(): Network[] {
  const network = (name: string, driver: string, more: Partial<Network> = {}): Network => ({
    id: hexOf(sha256(`network ${name}`)),
    name,
    driver,
    created: 0,
    labels: {},
    options: {},
    internal: false,
    attachable: false,
    subnet: '',
    gateway: '',
    connected: [],
    ...more,
  });
  return [
    network('bridge', 'bridge', { subnet: '172.17.0.0/16', gateway: '172.17.0.1' }),
    network('host', 'host'),
    network('none', 'null'),
  ];
}

/** Every network, by name. */
export function allNetworks(daemon: Daemon): Network[] {
  return [...builtinNetworks(), ...(daemon.state.networks?.values() ?? [])].sort((a, b) => (a.name < b.name ? -1 : 1));
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

/** Names of the networks a container is connected to, the one it was made with first. */
export function networksOf(daemon: Daemon, { id, hostConfig }: Container): string[] {
  const more = [...(daemon.state.networks?.values() ?? [])].filter(({ connected }) => connected.includes(id)).map(({ name }) => name);
  return [...new Set([...(hostConfig.NetworkMode.startsWith('container:') ? [] : [hostConfig.NetworkMode]), ...more])];
}

/** Throws DockerError when the network that a starting container shall join is not there. */
export function joinNetwork(daemon: Daemon, { hostConfig }: Container): void {
  const mode = hostConfig.NetworkMode;
  if (mode.startsWith('container:')) {
    try {
      findContainer(daemon, mode.slice('container:'.length));
    } catch (error) {
      if (!(error instanceof DockerError)) throw error;
      throw new DockerError(error.code, `joining network namespace of container: ${error.message}`);
    }
    return;
  }
  try {
    findNetwork(daemon, mode);
  } catch (error) {
    if (!(error instanceof DockerError)) throw error;
    throw new DockerError(error.code, `failed to set up container networking: ${error.message}`);
  }
  if ((hostConfig.ExtraHosts ?? []).some((item) => item.endsWith(':host-gateway')))
    throw new DockerError('InvalidArgument', 'unable to derive the IP value for host-gateway');
}
