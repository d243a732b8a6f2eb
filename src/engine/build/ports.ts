import { DockerError } from '../errors/index.ts';

const invalid = (message: string): DockerError => new DockerError('InvalidArgument', message);

/**
 * `EXPOSE` words → `80/tcp` keys in the order given, ranges spelled out. Host parts (`8080:80`) are read and dropped. Throws DockerError.
 * Source: docker/go-connections nat.ParsePortSpecs.
 */
export function exposedPorts(specs: readonly string[]): string[] {
  const out = new Set<string>();
  for (const spec of specs) for (const port of portsOf(spec)) out.add(port);
  return [...out];
}

function portsOf(spec: string): string[] {
  const slash = spec.indexOf('/');
  const body = slash < 0 ? spec : spec.slice(0, slash);
  const protocol = (slash < 0 ? '' : spec.slice(slash + 1)) || 'tcp';
  const parts = body.split(':');
  const container = parts.at(-1)!;
  const host = parts.length > 1 ? parts.at(-2)! : '';
  if (container === '') throw invalid(`No port specified: ${spec}<empty>`);
  const [start, end] = range(container, `Invalid containerPort: ${container}`);
  if (host !== '') {
    const [from, to] = range(host, `Invalid hostPort: ${host}`);
    if (end - start !== to - from && start !== end)
      throw invalid(`Invalid ranges specified for container and host Ports: ${container} and ${host}`);
  }
  if (!['tcp', 'udp', 'sctp'].includes(protocol.toLowerCase())) throw invalid(`Invalid proto: ${protocol}`);
  const out: string[] = [];
  for (let port = start; port <= end; port++) out.push(`${port}/${protocol.toLowerCase()}`);
  return out;
}

function range(text: string, error: string): [number, number] {
  const [first = '', last = first, ...more] = text.split('-');
  if (more.length > 0 || !isPort(first) || !isPort(last) || Number(last) < Number(first)) throw invalid(error);
  return [Number(first), Number(last)];
}

const isPort = (text: string): boolean => /^\d{1,7}$/.test(text) && Number(text) <= 65_535;
