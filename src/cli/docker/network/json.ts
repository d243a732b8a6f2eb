import type { Network } from '../../../engine/container/index.ts';
import { networksOf } from '../../../engine/daemon/container/index.ts';
import { type Daemon, rfc3339 } from '../../../engine/daemon/index.ts';
import { sortedKeys } from '../../../engine/image/index.ts';
import type { Json } from '../../format/index.ts';

/** A network as `docker network inspect` prints it. Source: moby api/types/network Inspect. */
export function networkJson(daemon: Daemon, network: Network): Json {
  const running = [...daemon.state.containers.values()].filter(
    (container) => daemon.live.has(container.id) && networksOf(daemon, container).includes(network.name),
  );
  const builtin = network.subnet === '';
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
      Config: builtin ? null : [{ Subnet: network.subnet, Gateway: network.gateway }],
    },
    Internal: network.internal,
    Attachable: network.attachable,
    Ingress: false,
    ConfigFrom: { Network: '' },
    ConfigOnly: false,
    Containers: Object.fromEntries(
      running.map(({ id, name }) => [id, { Name: name, EndpointID: '', MacAddress: '', IPv4Address: '', IPv6Address: '' }]),
    ),
    Options: sortedKeys(network.options),
    Labels: sortedKeys(network.labels),
  };
}
