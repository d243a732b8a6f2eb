type Kind = 'string' | 'bool' | 'int' | 'int64' | 'strings' | 'ip' | 'ips' | 'map' | 'struct' | 'size';

const list = (kind: Kind, names: string): (readonly [string, Kind])[] => names.split(' ').map((name) => [name, kind] as const);

/** Every directive of daemon.json that Docker 28.5.2 knows, and what its value must be. */
export const DIRECTIVES: ReadonlyMap<string, Kind> = new Map([
  ...list(
    'bool',
    'allow-direct-routing debug experimental icc init ip-forward ip-forward-no-drop ip-masq iptables ip6tables ipv6 live-restore no-new-privileges raw-logs rootless selinux-enabled tls tlsverify userland-proxy',
  ),
  ...list(
    'string',
    'bip bip6 bridge cgroup-parent containerd containerd-namespace containerd-plugin-namespace data-root default-cgroupns-mode default-ipc-mode default-runtime exec-root fixed-cidr fixed-cidr-v6 group init-path log-driver log-format log-level metrics-addr pidfile seccomp-profile storage-driver swarm-default-advertise-addr tlscacert tlscert tlskey userland-proxy-path userns-remap',
  ),
  ...list('int', 'max-concurrent-downloads max-concurrent-uploads max-download-attempts mtu network-control-plane-mtu shutdown-timeout'),
  ...list('int64', 'cpu-rt-period cpu-rt-runtime'),
  ...list(
    'strings',
    'authorization-plugins cdi-spec-dirs dns-opts dns-search exec-opts hosts insecure-registries labels node-generic-resources registry-mirrors storage-opts',
  ),
  ...list('ip', 'default-gateway default-gateway-v6 host-gateway-ip ip'),
  ...list('ips', 'dns host-gateway-ips'),
  ...list('map', 'default-network-opts features log-opts'),
  ...list('struct', 'builder default-address-pools default-ulimits runtimes'),
  ...list('size', 'default-shm-size'),
  ...list('string', 'http-proxy https-proxy no-proxy'),
]);

/** Go's name of a kind's type, as encoding/json tells it. */
export const GO_TYPE: Readonly<Record<Kind, string>> = {
  string: 'string',
  bool: 'bool',
  int: 'int',
  int64: 'int64',
  strings: '[]string',
  ip: 'net.IP',
  ips: '[]net.IP',
  map: 'map[string]string',
  struct: 'config.BuilderConfig',
  size: 'opts.MemBytes',
};
