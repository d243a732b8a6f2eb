import type { HostConfig } from '../../../engine/container/index.ts';
import { OptionError } from './option-error.ts';

type Exposed = Record<string, Record<string, never>>;

/** `-p` and `--expose` values. Source: docker/go-connections nat.ParsePortSpec. */
export function parsePorts(
  publish: readonly string[],
  expose: readonly string[],
): { exposed: Exposed; bindings: HostConfig['PortBindings'] } {
  const exposed: Exposed = {};
  const bindings: Record<string, { HostIp: string; HostPort: string }[]> = {};
  for (const spec of publish) {
    for (const { port, ip, hostPort } of parsePublish(shortForm(spec))) {
      exposed[port] = {};
      (bindings[port] ??= []).push({ HostIp: ip, HostPort: hostPort });
    }
  }
  for (const spec of expose) {
    if (spec.includes(':')) throw new OptionError(`invalid port format for --expose: ${spec}`);
    const slash = spec.indexOf('/');
    const proto = slash < 0 ? 'tcp' : spec.slice(slash + 1);
    const range = slash < 0 ? spec : spec.slice(0, slash);
    const ports = portRange(range);
    if (typeof ports === 'string') throw new OptionError(`invalid range format for --expose: ${spec}, error: ${ports}`);
    for (const port of ports) exposed[`${port}/${proto.toLowerCase()}`] = {};
  }
  return { exposed, bindings };
}

/** `target=80,published=8080,protocol=udp` as `8080:80/udp`. Source: docker/cli cli/command/container/opts.go convertToStandardNotation. */
function shortForm(spec: string): string {
  if (!spec.includes('=')) return spec;
  const given = new Map([['protocol', 'tcp']]);
  for (const field of spec.split(',')) {
    const at = field.indexOf('=');
    if (at < 1) throw new OptionError(`invalid publish opts format (should be name=value but got '${field}')`);
    given.set(field.slice(0, at), field.slice(at + 1));
  }
  return `${given.get('published') ?? ''}:${given.get('target') ?? ''}/${given.get('protocol')}`;
}

function parsePublish(spec: string): { port: string; ip: string; hostPort: string }[] {
  const parts = spec.split(':');
  const ported = parts.pop()!;
  const host = parts.pop() ?? '';
  const given = parts.join(':');
  const slash = ported.indexOf('/');
  const container = slash < 0 ? ported : ported.slice(0, slash);
  const proto = slash < 0 || slash === ported.length - 1 ? 'tcp' : ported.slice(slash + 1);
  const address = addressOf(given);
  if (container === '') throw new OptionError(`No port specified: ${spec}<empty>`);
  const ports = portRange(container);
  if (typeof ports === 'string') throw new OptionError(`Invalid containerPort: ${container}`);
  const hosts = host === '' ? [] : portRange(host);
  if (typeof hosts === 'string') throw new OptionError(`Invalid hostPort: ${host}`);
  if (hosts.length > 0 && hosts.length !== ports.length && ports.length !== 1)
    throw new OptionError(`Invalid ranges specified for container and host Ports: ${container} and ${host}`);
  const protocol = proto.toLowerCase();
  if (!['tcp', 'udp', 'sctp'].includes(protocol)) throw new OptionError(`Invalid proto: ${proto}`);
  return ports.map((port, i) => ({
    port: `${port}/${protocol}`,
    ip: address,
    hostPort: hosts.length === 0 ? '' : ports.length === 1 && hosts.length > 1 ? host : String(hosts[i]),
  }));
}

/** An IPv4 address, or an IPv6 one in brackets, without them. */
function addressOf(text: string): string {
  if (text === '') return '';
  const bracketed = /^\[(.*)\]$/.exec(text)?.[1];
  if (bracketed === undefined && text.includes(':'))
    throw new OptionError(`Invalid ip address ${text}: address ${text}:: too many colons in address`);
  const address = bracketed ?? text;
  const octets = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(address)?.slice(1);
  const isIPv4 = octets?.every((octet) => Number(octet) < 256 && !/^0\d/.test(octet)) === true;
  const isIPv6 = address.includes(':') && /^[0-9a-fA-F:.]+$/.test(address);
  if (!isIPv4 && !isIPv6) throw new OptionError(`Invalid ip address: ${address}`);
  return address;
}

/** `80` or `80-82`; a text says why it is neither. Source: docker/go-connections nat.ParsePortRange. */
function portRange(text: string): number[] | string {
  if (text === '') return 'Empty string specified for ports.';
  const dash = text.indexOf('-');
  const [first, last] = dash < 0 ? [text, text] : [text.slice(0, dash), text.slice(dash + 1)];
  for (const part of [first, last]) {
    if (!/^\d+$/.test(part)) return `strconv.ParseUint: parsing ${JSON.stringify(part)}: invalid syntax`;
    if (Number(part) > 65_535) return `strconv.ParseUint: parsing ${JSON.stringify(part)}: value out of range`;
  }
  if (Number(last) < Number(first)) return `Invalid range specified for the Port: ${text}`;
  return Array.from({ length: Number(last) - Number(first) + 1 }, (_, i) => Number(first) + i);
}
