import type { Container } from '../../../engine/container/index.ts';
import type { Daemon } from '../../../engine/daemon/index.ts';

/** A port as the engine lists it: without `ip` it is only exposed. */
export interface ListedPort {
  readonly ip: string;
  readonly privatePort: number;
  readonly publicPort: number;
  readonly type: string;
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Whether a container's ports are known: it runs, with a network of its own. */
const hasPorts = (daemon: Daemon, container: Container): boolean => {
  const sandbox = daemon.live.get(container.id)?.sandbox;
  return sandbox !== undefined && !sandbox.shared && [...sandbox.attachments.values()].some(({ inside }) => inside !== undefined);
};

/** The ports of a running container: published ones with each address of the host, others that its image or `--expose` tells. */
export function listedPorts(daemon: Daemon, container: Container): ListedPort[] {
  if (!hasPorts(daemon, container)) return [];
  const published = (daemon.live.get(container.id)?.sandbox.published ?? []).map(({ hostIP, hostPort, containerPort, protocol }) => ({
    ip: hostIP,
    privatePort: containerPort,
    publicPort: hostPort,
    type: protocol as string,
  }));
  const exposed = Object.keys(container.config.ExposedPorts ?? {}).flatMap((key) => {
    const [port = '', type = 'tcp'] = key.split('/');
    const known = published.some((each) => each.privatePort === Number(port) && each.type === type);
    return known ? [] : [{ ip: '', privatePort: Number(port), publicPort: 0, type }];
  });
  return [...published, ...exposed].sort(
    (a, b) => a.privatePort - b.privatePort || byText(a.ip, b.ip) || a.publicPort - b.publicPort || byText(a.type, b.type),
  );
}

/** `NetworkSettings.Ports` of `docker inspect`: what each port is published at, null for one that is only exposed. */
export function portMap(daemon: Daemon, container: Container): Record<string, { HostIp: string; HostPort: string }[] | null> {
  const map: Record<string, { HostIp: string; HostPort: string }[] | null> = {};
  const ports = listedPorts(daemon, container).map((port) => ({ ...port, key: `${port.privatePort}/${port.type}` }));
  for (const { key, ip, publicPort } of ports.sort((a, b) => byText(a.key, b.key)))
    if (ip === '') map[key] ??= null;
    else (map[key] ??= []).push({ HostIp: ip, HostPort: String(publicPort) });
  return map;
}

/** An address and port as they are printed together: IPv6 in brackets. */
export const joinHostPort = (ip: string, port: number | string): string => `${ip.includes(':') ? `[${ip}]` : ip}:${port}`;

/** The PORTS column. Runs of ports that are the same outside and inside are drawn together. Source: docker/cli cli/command/formatter/container.go DisplayablePorts. */
export function displayPorts(ports: readonly ListedPort[]): string {
  const groups = new Map<string, { ip: string; type: string; first: number; last: number }>();
  const done: string[] = [];
  const mappings: string[] = [];
  const text = ({ ip, type, first, last }: { ip: string; type: string; first: number; last: number }): string => {
    const range = first === last ? String(first) : `${first}-${last}`;
    return `${ip === '' ? '' : `${joinHostPort(ip, range)}->`}${range}/${type}`;
  };
  for (const { ip, privatePort, publicPort, type } of ports) {
    if (ip !== '' && publicPort !== privatePort) {
      mappings.push(`${joinHostPort(ip, publicPort)}->${privatePort}/${type}`);
      continue;
    }
    const key = `${ip}/${type}`;
    const group = groups.get(key);
    if (group?.last === privatePort - 1) group.last = privatePort;
    else {
      if (group !== undefined) done.push(text(group));
      const fresh = { ip, type, first: privatePort, last: privatePort };
      if (group === undefined) groups.set(key, fresh);
      else Object.assign(group, fresh);
    }
  }
  return [...done, ...[...groups.values()].map(text), ...mappings].join(', ');
}
