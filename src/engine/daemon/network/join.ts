import type { Container, Endpoint, Network } from '../../container/index.ts';
import { DockerError } from '../../errors/index.ts';
import { changeContainer, findContainer } from '../container/find.ts';
import { findNetwork } from '../container/networks.ts';
import type { Daemon } from '../daemon.ts';
import { attach, detach, idOf } from './attach.ts';
import { embeddedNames } from './names.ts';
import { networkFiles } from './network-files.ts';
import { publishPorts, unpublishPorts } from './publish.ts';
import { Sandbox } from './sandbox.ts';

/**
 * The network that a starting container shall have: its own, the host's, or another container's. Throws DockerError; nothing is left
 * open then. Source: moby daemon/container_operations.go initializeNetworking.
 */
export function openSandbox(daemon: Daemon, container: Container): Sandbox {
  const mode = container.hostConfig.NetworkMode;
  if (mode.startsWith('container:')) return joinOther(daemon, container, mode.slice('container:'.length));
  const stack = mode === 'host' ? daemon.host?.ns.network : undefined;
  const sandbox = new Sandbox(idOf(`sandbox ${container.id} ${daemon.now()}`), container, stack === undefined ? {} : { stack });
  try {
    checkMode(daemon, container);
    for (const endpoint of container.endpoints) {
      const network = networkOf(daemon, endpoint);
      if (network !== undefined) attach(daemon, sandbox, network, endpoint);
    }
    checkHostGateway(daemon, container);
    publishPorts(daemon, sandbox, container);
  } catch (error) {
    closeSandbox(daemon, sandbox);
    if (!(error instanceof DockerError)) throw error;
    if (/^unable to derive/.test(error.message)) throw error;
    throw new DockerError(error.code, `failed to set up container networking: ${error.message}`);
  }
  if ([...sandbox.attachments.keys()].some(hasNames)) sandbox.stack.embeddedNames = embeddedNames(daemon, sandbox);
  sandbox.files = networkFiles(daemon, sandbox, container);
  return sandbox;
}

/** Whether names are found on a network: on those that users made. */
export const hasNames = (network: string): boolean => !['bridge', 'host', 'none'].includes(network);

/** The network of an endpoint; undefined for the default one of an engine without a bridge. */
function networkOf(daemon: Daemon, endpoint: Endpoint): Network | undefined {
  if (endpoint.network === 'bridge' && daemon.host?.bridge !== true) return undefined;
  try {
    return findNetwork(daemon, endpoint.network);
  } catch (error) {
    if (!(error instanceof DockerError) || error.code !== 'NotFound' || endpoint.networkID === '') throw error;
    throw new DockerError('NotFound', `network ${endpoint.networkID} not found`);
  }
}

/** The network that a container was made with must be there even when it has been taken off it, as long as it is on another. */
function checkMode(daemon: Daemon, { hostConfig, endpoints }: Container): void {
  const mode = hostConfig.NetworkMode;
  if (!hasNames(mode) || endpoints.length === 0 || endpoints.some(({ network }) => network === mode)) return;
  try {
    findNetwork(daemon, mode);
  } catch (error) {
    if (!(error instanceof DockerError)) throw error;
    throw new DockerError('NotFound', `could not find a network matching network mode ${mode}: ${error.message}`);
  }
}

function checkHostGateway(daemon: Daemon, { hostConfig }: Container): void {
  if (daemon.host?.bridge === true) return;
  if ((hostConfig.ExtraHosts ?? []).some((item) => item.endsWith(':host-gateway')))
    throw new DockerError('InvalidArgument', 'unable to derive the IP value for host-gateway');
}

function joinOther(daemon: Daemon, container: Container, ref: string): Sandbox {
  let other: Container;
  try {
    other = findContainer(daemon, ref);
  } catch (error) {
    if (!(error instanceof DockerError)) throw error;
    throw new DockerError(error.code, `joining network namespace of container: ${error.message}`);
  }
  const live = daemon.live.get(other.id);
  if (live === undefined) {
    throw new DockerError(
      'Conflict',
      `cannot join network namespace of a non running container: container ${other.name} is ${other.state.status}`,
    );
  }
  const sandbox = new Sandbox(live.sandbox.id, container, { stack: live.ns.network, shared: true });
  sandbox.files = live.sandbox.files ?? networkFiles(daemon, sandbox, other);
  return sandbox;
}

/** Takes what a container had of the network away again. */
export function closeSandbox(daemon: Daemon, sandbox: Sandbox): void {
  if (sandbox.shared) return;
  unpublishPorts(daemon, sandbox);
  for (const name of [...sandbox.attachments.keys()]) detach(daemon, sandbox, name);
}

/** Keeps in a container's record which networks it has been on. */
export function rememberNetworks(daemon: Daemon, id: string, sandbox: Sandbox): void {
  const container = daemon.state.containers.get(id);
  if (container === undefined) return;
  const endpoints = container.endpoints.map((endpoint) => {
    const found = sandbox.attachments.get(endpoint.network);
    return found === undefined ? endpoint : { ...endpoint, networkID: found.network.id };
  });
  changeContainer(daemon, id, { endpoints });
}
