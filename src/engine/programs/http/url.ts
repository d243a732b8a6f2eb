/** The parts of a URL that matter to who fetches it. */
export interface Url {
  readonly scheme: string;
  /** `user:password`, as written. */
  readonly user: string;
  /** Without brackets. */
  readonly host: string;
  readonly port: number;
  /** Whether the URL itself says which port. */
  readonly explicitPort: boolean;
  /** `/path?query`, never empty. */
  readonly target: string;
}

export const DEFAULT_PORTS: Readonly<Record<string, number>> = { http: 80, https: 443, ftp: 21, ftps: 990 };

/** The parts of a URL; `http` without a scheme. Undefined when it cannot be one: no host, a port that is no number. */
export function parseUrl(text: string): Url | undefined {
  const [, scheme = 'http', rest = text] = /^([A-Za-z][A-Za-z0-9+.-]*):\/\/(.*)$/s.exec(text) ?? [];
  const [, authority = '', after = ''] = /^([^/?#]*)(.*)$/s.exec(rest) ?? [];
  const at = authority.lastIndexOf('@');
  const [, host = '', port] = /^(\[[^\]]*\]|[^:]*)(?::(\d*))?$/.exec(authority.slice(at + 1)) ?? [];
  if (host === '' || Number(port ?? 0) > 65_535) return undefined;
  const target = after.replace(/#.*$/s, '');
  return {
    scheme: scheme.toLowerCase(),
    user: at < 0 ? '' : authority.slice(0, at),
    host: host.replace(/^\[|\]$/g, ''),
    port: port === undefined || port === '' ? (DEFAULT_PORTS[scheme.toLowerCase()] ?? 80) : Number(port),
    explicitPort: port !== undefined && port !== '',
    target: target.startsWith('/') ? target : `/${target}`,
  };
}

/** `host` or `host:port`, as the Host field has it. */
export const hostHeader = ({ scheme, host, port }: Url): string =>
  `${host.includes(':') ? `[${host}]` : host}${port === DEFAULT_PORTS[scheme] ? '' : `:${port}`}`;

/** Where a Location leads, seen from the URL that answered with it. */
export function resolveUrl(base: Url, location: string): string {
  if (/^[A-Za-z][A-Za-z0-9+.-]*:\/\//.test(location)) return location;
  const origin = `${base.scheme}://${hostHeader(base)}`;
  if (location.startsWith('//')) return `${base.scheme}:${location}`;
  if (location.startsWith('/')) return `${origin}${location}`;
  const path = base.target.split('?')[0]!;
  return `${origin}${path.slice(0, path.lastIndexOf('/') + 1)}${location}`;
}
