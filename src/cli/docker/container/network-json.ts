import type { Container, Endpoint } from '../../../engine/container/index.ts';
import type { Daemon } from '../../../engine/daemon/index.ts';
import { type Attachment, dnsNames } from '../../../engine/daemon/network/index.ts';
import type { Json } from '../../format/index.ts';
import { portMap } from './published.ts';

/** `NetworkSettings` of `docker inspect`: the first fields are those of the default network. Source: moby api/types/container NetworkSettings. */
export function networkSettingsJson(daemon: Daemon, container: Container): Json {
  const sandbox = daemon.live.get(container.id)?.sandbox;
  const own = sandbox !== undefined && !sandbox.shared && daemon.host?.bridge === true ? sandbox : undefined;
  const main = own?.attachments.get('bridge');
  return {
    Bridge: '',
    SandboxID: own?.id ?? '',
    SandboxKey:
      own === undefined ? '' : `/run/docker/netns/${container.hostConfig.NetworkMode === 'host' ? 'default' : own.id.slice(0, 12)}`,
    Ports: portMap(daemon, container),
    HairpinMode: false,
    LinkLocalIPv6Address: '',
    LinkLocalIPv6PrefixLen: 0,
    SecondaryIPAddresses: null,
    SecondaryIPv6Addresses: null,
    EndpointID: main?.endpointID ?? '',
    Gateway: main?.gateway ?? '',
    GlobalIPv6Address: '',
    GlobalIPv6PrefixLen: 0,
    IPAddress: main?.address ?? '',
    IPPrefixLen: main?.prefix ?? 0,
    IPv6Gateway: '',
    MacAddress: main?.mac ?? '',
    Networks: Object.fromEntries(
      [...container.endpoints]
        .sort((a, b) => (a.network < b.network ? -1 : 1))
        .map((endpoint) => [endpoint.network, endpointJson(container, endpoint, sandbox?.attachments.get(endpoint.network))]),
    ),
  };
}

function endpointJson(container: Container, endpoint: Endpoint, attachment: Attachment | undefined): Json {
  const { network, networkID, ipam, links, aliases, driverOpts, gwPriority, mac } = endpoint;
  return {
    IPAMConfig: ipam as Json,
    Links: links === null ? null : [...links],
    Aliases: aliases === null ? null : [...aliases],
    MacAddress: attachment?.mac ?? mac,
    DriverOpts: driverOpts,
    GwPriority: gwPriority,
    NetworkID: networkID,
    EndpointID: attachment?.endpointID ?? '',
    Gateway: attachment?.gateway ?? '',
    IPAddress: attachment?.address ?? '',
    IPPrefixLen: attachment?.prefix ?? 0,
    IPv6Gateway: '',
    GlobalIPv6Address: '',
    GlobalIPv6PrefixLen: 0,
    DNSNames: networkID === '' ? null : (dnsNames(container, network, endpoint) as Json),
  };
}
