import type { Network } from '../../../engine/container/index.ts';
import { type Daemon, rfc3339 } from '../../../engine/daemon/index.ts';
import { sandboxesOn } from '../../../engine/daemon/network/index.ts';
import { sortedKeys } from '../../../engine/image/index.ts';
import type { Json } from '../../format/index.ts';

/** A network as `docker network inspect` prints it. Source: moby api/types/network Inspect. */
export function networkJson(daemon: Daemon, network: Network): Json {
  const builtin = network.subnet === '';
  const endpoints = sandboxesOn(daemon, network.name).map(({ container, attachments }) => {
    const { address, prefix, mac, endpointID } = attachments.get(network.name)!;
    const { name } = daemon.state.containers.get(container.id) ?? container;
    const place = { EndpointID: endpointID, MacAddress: mac, IPv4Address: address === '' ? '' : `${address}/${prefix}`, IPv6Address: '' };
    return [container.id, { Name: name, ...place }] as const;
  });
  return {
    Name: network.name,
    Id: network.id,
    Created: rfc3339(network.created),
    Scope: 'local',
    Driver: network.driver,
    EnableIPv4: true,
    EnableIPv6: false,
    IPAM: {
      Driver: 'default',
      Options: builtin || network.name === 'bridge' ? null : {},
      Config: builtin ? null : [poolJson(network)],
    },
    Internal: network.internal,
    Attachable: network.attachable,
    Ingress: false,
    ConfigFrom: { Network: '' },
    ConfigOnly: false,
    Containers: Object.fromEntries(endpoints.sort(([a], [b]) => (a < b ? -1 : 1))),
    Options: sortedKeys(network.options),
    Labels: sortedKeys(network.labels),
  };
}

function poolJson({ subnet, ipRange, gateway, gatewayShown, auxAddresses }: Network): Json {
  return {
    Subnet: subnet,
    ...(ipRange === undefined ? {} : { IPRange: ipRange }),
    ...(gatewayShown === false ? {} : { Gateway: gateway }),
    ...(auxAddresses === undefined ? {} : { AuxiliaryAddresses: sortedKeys(auxAddresses) }),
  };
}
