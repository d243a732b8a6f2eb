import { type Endpoint, plainEndpoint } from '../../container/index.ts';
import { DockerError } from '../../errors/index.ts';
import { changeContainer, findContainer } from '../container/find.ts';
import { findNetwork } from '../container/networks.ts';
import type { Daemon } from '../daemon.ts';
import { networkEvent } from '../events/index.ts';
import { attach, detach } from './attach.ts';
import { checkEndpoint, checkMode } from './endpoint-rules.ts';
import { hasNames } from './join.ts';
import { embeddedNames } from './names.ts';
import { updateNetworkFiles } from './network-files.ts';
import { publishPorts, unpublishPorts } from './publish.ts';

/** Connects a container, running or not, to one more network. Throws DockerError. */
export function connectNetwork(daemon: Daemon, ref: string, containerRef: string, request: Partial<Endpoint> = {}): void {
  const container = findContainer(daemon, containerRef);
  const live = daemon.live.get(container.id);
  const network = findNetwork(daemon, ref);
  if (network.name === 'host') {
    throw new DockerError('InvalidArgument', 'cannot connect container to host network - container must be created in host network mode');
  }
  checkMode(container, network);
  if (container.endpoints.some((endpoint) => endpoint.network === network.name))
    throw new DockerError('PermissionDenied', `endpoint with name ${container.name} already exists in network ${network.name}`);
  const endpoint: Endpoint = { ...plainEndpoint(network.name), ipam: {}, aliases: [], driverOpts: {}, ...request };
  checkEndpoint(daemon, endpoint);
  if (live !== undefined) {
    const { sandbox } = live;
    attach(daemon, sandbox, network, endpoint);
    try {
      publishPorts(daemon, sandbox, container);
    } catch (error) {
      detach(daemon, sandbox, network.name);
      throw error;
    }
    if (hasNames(network.name)) sandbox.stack.embeddedNames ??= embeddedNames(daemon, sandbox);
  }
  changeContainer(daemon, container.id, { endpoints: [...container.endpoints, { ...endpoint, networkID: network.id }] });
  if (live !== undefined) updateNetworkFiles(daemon, live.sandbox, container);
  if (live !== undefined) networkEvent(daemon, network, 'connect', { container: container.id });
}

/** Takes a container off a network. Throws DockerError. */
export function disconnectNetwork(daemon: Daemon, ref: string, containerRef: string): void {
  const container = findContainer(daemon, containerRef);
  const live = daemon.live.get(container.id);
  const network = findNetwork(daemon, ref);
  if (container.hostConfig.NetworkMode === 'host' && network.name === 'host') {
    throw new DockerError('InvalidArgument', 'cannot disconnect container from host network - container was created in host network mode');
  }
  if (!container.endpoints.some((endpoint) => endpoint.network === network.name))
    throw new DockerError('PermissionDenied', `container ${container.id} is not connected to network ${network.name}`);
  if (live !== undefined) {
    const { sandbox } = live;
    const gone = sandbox.attachments.get(network.name);
    const led = sandbox.published.some(({ forward }) => forward !== undefined && forward.to.address === gone?.address);
    if (led) unpublishPorts(daemon, sandbox);
    detach(daemon, sandbox, network.name);
    if (led) publishPorts(daemon, sandbox, container);
    if (![...sandbox.attachments.keys()].some(hasNames)) sandbox.stack.embeddedNames = undefined;
  }
  changeContainer(daemon, container.id, { endpoints: container.endpoints.filter((endpoint) => endpoint.network !== network.name) });
  if (live !== undefined) updateNetworkFiles(daemon, live.sandbox, container);
  if (live !== undefined) networkEvent(daemon, network, 'disconnect', { container: container.id });
}
