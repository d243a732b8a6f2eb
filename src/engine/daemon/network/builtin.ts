import type { Network } from '../../container/index.ts';
import { hexOf, sha256 } from '../../digest/index.ts';

/** The id is made when it is asked for: in the page's worker there are no digests yet while modules are run. */
const builtin = (name: string, driver: string, more: Partial<Network> = {}): Network => ({
  get id() {
    return hexOf(sha256(`network ${name}`));
  },
  name,
  driver,
  created: 0,
  labels: {},
  options: {},
  internal: false,
  attachable: false,
  subnet: '',
  gateway: '',
  ...more,
});

/** The network that a container joins when nothing is said. */
export const BRIDGE: Network = builtin('bridge', 'bridge', {
  subnet: '172.17.0.0/16',
  gateway: '172.17.0.1',
  gatewayShown: true,
  options: {
    'com.docker.network.bridge.default_bridge': 'true',
    'com.docker.network.bridge.enable_icc': 'true',
    'com.docker.network.bridge.enable_ip_masquerade': 'true',
    'com.docker.network.bridge.host_binding_ipv4': '0.0.0.0',
    'com.docker.network.bridge.name': 'docker0',
    'com.docker.network.driver.mtu': '1500',
  },
});
export const HOST: Network = builtin('host', 'host');
export const NONE: Network = builtin('none', 'null');

/** Names that no user's network can have. */
export const PREDEFINED: readonly string[] = ['bridge', 'host', 'none', 'default'];
