import type { HostConfig } from '../../../engine/container/index.ts';
import { OptionError } from './option-error.ts';

type Exposed = Record<string, Record<string, never>>;

/** `-p` and `--expose` values. Source: docker/go-connections nat.ParsePortSpecs. */
export function parsePorts(
  publish: readonly string[],
  expose: readonly string[],
): { exposed: Exposed; bindings: HostConfig['PortBindings'] } {
  const exposed: Exposed = {};
  const bindings: Record<string, { HostIp: string; HostPort: string }[]> = {};
  for (const spec of publish) {
    for (const { port, ip, hostPort } of parsePublish(spec)) {
      exposed[port] = {};
      (bindings[port] ??= []).push({ HostIp: ip, HostPort: hostPort });
    }
  }
  for (const spec of expose) {
    if (spec.includes(':')) throw new OptionError(`invalid port format for --expose: ${spec}`);
    const [range = '', proto = 'tcp'] = spec.split('/');
    for (const port of portRange(range, spec, '--expose')) exposed[`${port}/${proto.toLowerCase()}`] = {};
  }
  return { exposed, bindings };
}

function parsePublish(spec: string): { port: string; ip: string; hostPort: string }[] {
  const match = /^(?:(?:(\[[0-9a-fA-F:]+\]|[^:[\]]*):)?([^:]*):)?([^:/]+)(?:\/(\w+))?$/.exec(spec);
  const [, ip = '', host = '', container = '', proto = 'tcp'] = match ?? [];
  if (match === null) throw new OptionError(spec === '' ? 'no port specified: <empty>' : `invalid containerPort: ${spec}`);
  const protocol = proto.toLowerCase();
  if (!['tcp', 'udp', 'sctp'].includes(protocol)) throw new OptionError(`invalid proto: ${proto}`);
  const ports = portRange(container, spec, 'containerPort', container);
  const hosts = host === '' ? [] : portRange(host, spec, 'hostPort', host);
  if (hosts.length > 0 && hosts.length !== ports.length && ports.length !== 1) {
    throw new OptionError(`invalid ranges specified for container and host Ports: ${container} and ${host}`);
  }
  const address = ip.replace(/^\[|\]$/g, '');
  return ports.map((port, i) => ({
    port: `${port}/${protocol}`,
    ip: address,
    hostPort: hosts.length === 0 ? '' : ports.length === 1 && hosts.length > 1 ? host : String(hosts[i]),
  }));
}

function portRange(text: string, spec: string, what: string, shown = spec): number[] {
  const match = /^(\d+)(?:-(\d+))?$/.exec(text);
  const first = Number(match?.[1]);
  const last = Number(match?.[2] ?? match?.[1]);
  if (match === null || first > 65_535 || last > 65_535 || last < first) {
    throw new OptionError(what === '--expose' ? `invalid range format for --expose: ${spec}` : `invalid ${what}: ${shown}`);
  }
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
