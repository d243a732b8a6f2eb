import type { Container } from '../../container/index.ts';
import { DockerError } from '../../errors/index.ts';
import { type Forward, isLoopback } from '../../kernel/index.ts';
import type { Daemon } from '../daemon.ts';
import type { HostNetwork } from './host-network.ts';
import type { Attachment, Published, Sandbox } from './sandbox.ts';

interface Wanted {
  readonly protocol: Forward['protocol'];
  readonly containerPort: number;
  readonly hostIP: string;
  /** `first-last`; undefined for any. */
  readonly range: readonly [number, number] | undefined;
}

/**
 * Opens the host's ports for a container, through its first network with a gateway. Throws DockerError when one is taken; none is open then.
 * Source: moby daemon/libnetwork/drivers/bridge/port_mapping_linux.go.
 */
export function publishPorts(daemon: Daemon, sandbox: Sandbox, container: Container): void {
  const { host } = daemon;
  const via = [...sandbox.attachments.values()].find(({ inside, gateway }) => inside !== undefined && gateway !== '');
  if (host === undefined || via === undefined || sandbox.published.length > 0) return;
  const opened: Published[] = [];
  try {
    for (const wanted of wantedPorts(container)) opened.push(...open(host, sandbox, via, wanted));
  } catch (error) {
    for (const { forward } of opened) if (forward !== undefined) host.stack.forwards.delete(forward);
    if (!(error instanceof DockerError)) throw error;
    throw new DockerError(
      'System',
      `driver failed programming external connectivity on endpoint ${container.name} (${via.endpointID}): ${error.message}`,
    );
  }
  sandbox.published = opened;
}

/** Closes them. */
export function unpublishPorts(daemon: Daemon, sandbox: Sandbox): void {
  for (const { forward } of sandbox.published) if (forward !== undefined) daemon.host?.stack.forwards.delete(forward);
  sandbox.published = [];
}

function wantedPorts({ config, hostConfig }: Container): Wanted[] {
  const out: Wanted[] = [];
  const names = new Set([
    ...Object.keys(hostConfig.PortBindings),
    ...(hostConfig.PublishAllPorts ? Object.keys(config.ExposedPorts ?? {}) : []),
  ]);
  for (const name of names) {
    const [port = '', protocol = 'tcp'] = name.split('/');
    const bindings = hostConfig.PortBindings[name] ?? [];
    for (const { HostIp, HostPort } of bindings.length === 0 ? [{ HostIp: '', HostPort: '' }] : bindings) {
      const [first = 0, last = first] = HostPort === '' ? [] : HostPort.split('-').map(Number);
      out.push({
        protocol: protocol as Wanted['protocol'],
        containerPort: Number(port),
        hostIP: HostIp,
        range: first === 0 ? undefined : [first, last],
      });
    }
  }
  return out.sort((a, b) => a.containerPort - b.containerPort || (a.protocol < b.protocol ? -1 : a.protocol > b.protocol ? 1 : 0));
}

function open(host: HostNetwork, sandbox: Sandbox, via: Attachment, wanted: Wanted): Published[] {
  const { protocol, containerPort, hostIP, range } = wanted;
  const address = hostIP === '' || hostIP === '::' ? '0.0.0.0' : hostIP;
  const inner = `${via.address}:${containerPort}/${protocol}`;
  if (address !== '0.0.0.0' && !isLoopback(address) && !host.stack.owns(address)) {
    throw new DockerError(
      'System',
      `failed to bind host port for ${joined(address)}:${range?.[0] ?? 0}:${inner}: cannot assign requested address`,
    );
  }
  const port = range === undefined ? ephemeral(host, protocol, address) : firstFree(host, protocol, address, range, inner);
  const forward: Forward = {
    protocol,
    address: address === '::1' ? '127.0.0.1' : address,
    port,
    to: { stack: sandbox.stack, address: via.address, port: containerPort },
  };
  host.stack.forwards.add(forward);
  const base = { protocol, containerPort, hostPort: port };
  if (hostIP === '')
    return [
      { ...base, hostIP: '0.0.0.0', forward },
      { ...base, hostIP: '::', forward: undefined },
    ];
  return [{ ...base, hostIP, forward }];
}

const joined = (address: string): string => (address.includes(':') ? `[${address}]` : address);

/** The published port that is in the way of another one. */
function inTheWay(host: HostNetwork, protocol: Forward['protocol'], address: string, port: number): Forward | undefined {
  const at = address === '::1' ? '127.0.0.1' : address;
  for (const other of host.stack.forwards) {
    if (other.protocol !== protocol || other.port !== port) continue;
    if (at === '0.0.0.0' || other.address === '0.0.0.0' || other.address === at) return other;
  }
  return undefined;
}

const isListening = (host: HostNetwork, protocol: Forward['protocol'], address: string, port: number): boolean =>
  protocol === 'tcp' && host.stack.isTaken(address, port);

function ephemeral(host: HostNetwork, protocol: Forward['protocol'], address: string): number {
  for (let tries = 0; tries < 30_000; tries++) {
    const port = host.nextPort(protocol);
    if (inTheWay(host, protocol, address, port) === undefined && !isListening(host, protocol, address, port)) return port;
  }
  throw new DockerError('System', 'all ports are allocated');
}

function firstFree(
  host: HostNetwork,
  protocol: Forward['protocol'],
  address: string,
  [first, last]: readonly [number, number],
  inner: string,
): number {
  let problem = '';
  for (let port = first; port <= last; port++) {
    const other = inTheWay(host, protocol, address, port);
    if (other !== undefined) problem = `Bind for ${joined(other.address)}:${port} failed: port is already allocated`;
    else if (isListening(host, protocol, address, port))
      problem = `failed to bind host port for ${joined(address)}:${port}:${inner}: address already in use`;
    else return port;
  }
  throw new DockerError(
    'System',
    first === last ? problem : `Bind for ${joined(address)}:${first}-${last} failed: all ports are allocated`,
  );
}
