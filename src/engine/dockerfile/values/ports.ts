import { toLower } from '../../go/case.ts';
import { quote } from '../../go/quote.ts';
import { DockerfileError } from '../error.ts';

/** One word of EXPOSE. `protocol` is as written, "tcp" when there was none. */
export interface ExposedPort {
  readonly raw: string;
  readonly protocol: string;
  /** Whether an address or a host port was given, which EXPOSE has no use for. */
  readonly mapped: boolean;
  /** The container's ports, both ends inclusive; equal for a single port. */
  readonly first: number;
  readonly last: number;
}

/** What is known of a word before its numbers are read. */
export type PortWord = Pick<ExposedPort, 'raw' | 'protocol' | 'mapped'>;

function fail(message: string): never {
  throw new DockerfileError('instruction', message);
}

function splitParts(raw: string): { ip: string; host: string; container: string } {
  const parts = raw.split(':');
  const container = parts.pop()!;
  const host = parts.pop() ?? '';
  return { ip: parts.join(':'), host, container };
}

function portNumber(text: string): number | undefined {
  if (!/^[+-]?[0-9]+$/.test(text)) return undefined;
  const port = Number(text);
  return port >= 0 && port <= 65535 ? port : undefined;
}

function portRange(text: string): { start: number; end: number } | undefined {
  const dash = text.indexOf('-');
  const first = dash < 0 ? text : text.slice(0, dash);
  const last = dash < 0 ? text : text.slice(dash + 1);
  const start = portNumber(first);
  const end = first === last ? start : portNumber(last);
  return start === undefined || end === undefined || end < start ? undefined : { start, end };
}

function isAddress(text: string): boolean {
  if (/^[0-9.]+$/.test(text)) {
    const parts = text.split('.');
    return parts.length === 4 && parts.every((part) => /^(?:0|[1-9][0-9]{0,2})$/.test(part) && Number(part) <= 255);
  }
  const zone = text.indexOf('%');
  if (zone >= 0 || !/^[0-9a-fA-F:.]+$/.test(text)) return false;
  const halves = text.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups[groups.length - 1] ?? '';
  const embedded = last.includes('.');
  if (embedded && !isAddress(last)) return false;
  const hex = embedded ? groups.slice(0, -1) : groups;
  const size = hex.length + (embedded ? 2 : 0);
  return hex.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group)) && (halves.length === 2 ? size < 8 : size === 8);
}

function bareAddress(ip: string): string {
  if (!ip.startsWith('[')) return ip;
  const close = ip.indexOf(']');
  if (close < 0) fail(`invalid IP address ${ip}: address ${ip}:: missing ']' in address`);
  if (close !== ip.length - 1) fail(`invalid IP address ${ip}: address ${ip}:: too many colons in address`);
  return ip.slice(1, close);
}

/** The first half: the parts that two checks look at. Throws DockerfileError for a missing port or an unknown protocol. */
function split(raw: string): { ip: string; host: string; container: string; protocol: string } {
  const { ip, host, container } = splitParts(raw);
  const slash = container.indexOf('/');
  const port = slash < 0 ? container : container.slice(0, slash);
  const protocol = slash < 0 ? '' : container.slice(slash + 1);
  if (port === '') fail(`invalid port: ${quote(raw)}: no port specified`);
  if (!['', 'tcp', 'udp', 'sctp'].includes(toLower(protocol))) fail(`invalid port: ${quote(raw)}: invalid proto: ${protocol}`);
  return { ip, host, container: port, protocol: protocol || 'tcp' };
}

/**
 * One expanded word of EXPOSE. `look` is called between the first and the second half, since BuildKit's checks speak before later errors do.
 * Throws DockerfileError without a location. Upstream: dockerfile2llb/convert_expose.go.
 */
export function parseExposedPort(raw: string, look: (port: PortWord) => void = () => {}): ExposedPort {
  const { ip, host, container, protocol } = split(raw);
  const seen = { raw, protocol, mapped: ip !== '' || host !== '' };
  look(seen);
  const address = bareAddress(ip);
  if (address !== '' && !isAddress(address)) fail(`invalid IP address: ${address}`);
  const range = portRange(container) ?? fail(`invalid containerPort: ${container}`);
  if (host !== '') {
    const hostRange = portRange(host) ?? fail(`invalid hostPort: ${host}`);
    if (range.end - range.start !== hostRange.end - hostRange.start && range.end !== range.start) {
      fail(`invalid ranges specified for container and host Ports: ${container} and ${host}`);
    }
  }
  return { ...seen, first: range.start, last: range.end };
}

/** The keys of an image's ExposedPorts: "80/tcp", one for each port. */
export function portKeys({ protocol, first, last }: ExposedPort): string[] {
  return Array.from({ length: last - first + 1 }, (_, i) => `${first + i}/${toLower(protocol)}`);
}
