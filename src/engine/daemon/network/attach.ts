import type { Container, Endpoint, Network } from '../../container/index.ts';
import { hexOf, sha256 } from '../../digest/index.ts';
import { parseSubnet } from '../../kernel/index.ts';
import type { Daemon } from '../daemon.ts';
import { takeAddress } from './addresses.ts';
import { macOf } from './mac.ts';
import type { Attachable, Attachment } from './sandbox.ts';

/** An id made from a text: the engine's own count of ids stays as it is. */
export const idOf = (text: string): string => hexOf(sha256(text));

/** Puts a running container on a network: an address, a pair of interfaces, a default route where there is none. Throws DockerError. */
export function attach(daemon: Daemon, sandbox: Attachable, network: Network, endpoint: Endpoint): Attachment {
  const endpointID = idOf(`endpoint ${sandbox.id} ${network.id} ${daemon.now()}`);
  const { host } = daemon;
  if (host === undefined || network.subnet === '' || (network.name === 'bridge' && !host.bridge)) {
    const attachment: Attachment = {
      network,
      endpoint,
      endpointID: network.name === 'bridge' ? '' : endpointID,
      address: '',
      prefix: 0,
      gateway: '',
      mac: '',
      inside: undefined,
      outside: undefined,
    };
    sandbox.attachments.set(network.name, attachment);
    return attachment;
  }
  const wire = host.wire(network);
  const address = takeAddress(network, wire.segment, endpoint.ipam?.IPv4Address);
  const prefix = parseSubnet(network.subnet)!.prefix;
  const mac = endpoint.mac === '' ? macOf(`${daemon.seed} ${endpointID}`) : endpoint.mac.toLowerCase();
  const gateway = network.internal ? '' : network.gateway;
  const index = sandbox.stack.takeIndex();
  const outside = host.stack.add({
    name: `veth${endpointID.slice(0, 7)}`,
    addresses: [],
    mac: macOf(`host ${endpointID}`),
    master: wire.bridge.name,
    peer: index,
  });
  host.stack.takeIndex();
  const inside = sandbox.stack.add({
    name: freeName(sandbox),
    index,
    addresses: [`${address}/${prefix}`],
    segment: wire.segment,
    mac,
    peer: outside.index,
  });
  const attachment: Attachment = { network, endpoint, endpointID, address, prefix, gateway, mac, inside, outside };
  sandbox.attachments.set(network.name, attachment);
  chooseGateway(sandbox);
  return attachment;
}

function freeName({ stack }: Attachable): string {
  for (let number = 0; ; number++) if (stack.interfaceNamed(`eth${number}`) === undefined) return `eth${number}`;
}

/** Takes a running container off a network. */
export function detach(daemon: Daemon, sandbox: Attachable, network: string): void {
  const gone = sandbox.attachments.get(network);
  if (gone === undefined) return;
  sandbox.attachments.delete(network);
  if (gone.inside !== undefined) sandbox.stack.remove(gone.inside);
  if (gone.outside !== undefined) daemon.host?.stack.remove(gone.outside);
  if (gone.inside === undefined) return;
  for (const socket of [...sandbox.stack.connections]) if (socket.local.address === gone.address) socket.abort();
  chooseGateway(sandbox);
}

/** The default route leads through the network of the highest priority, the first in the order of names among equals (libnetwork sandbox.go). */
function chooseGateway(sandbox: Attachable): void {
  const [first] = [...sandbox.attachments.values()]
    .filter(({ gateway, inside }) => gateway !== '' && inside !== undefined)
    .sort((a, b) => b.endpoint.gwPriority - a.endpoint.gwPriority || (a.network.name < b.network.name ? -1 : 1));
  sandbox.stack.gateway = first === undefined ? undefined : { address: first.gateway, via: first.inside! };
}

/** Names that others on a network find a container by; null on the default network. Source: moby daemon/container_operations.go. */
export function dnsNames(container: Container, network: string, endpoint: Endpoint): readonly string[] | null {
  if (['bridge', 'host', 'none'].includes(network)) return null;
  const { id, name, config } = container;
  const hostname = config.Hostname ?? '';
  return [...new Set([name, ...(endpoint.aliases ?? []), id.slice(0, 12), ...(hostname === '' ? [] : [hostname])])];
}
