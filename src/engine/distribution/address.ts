import type { DaemonConfig } from '../daemon/config/index.ts';

/** A registry's `host[:port]` taken apart. */
export function hostAndPort(domain: string): { readonly host: string; readonly port: number | undefined } {
  const [, host = domain, port] = /^(.*?)(?::(\d+))?$/.exec(domain) ?? [];
  return { host, port: port === undefined ? undefined : Number(port) };
}

/**
 * Whether a registry may be spoken to without encryption: on this machine's loopback, or named in `insecure-registries` as it stands in
 * references, or with its address in a range named there. Source: moby registry/config.go isSecureIndex.
 */
export function isInsecure(domain: string, addresses: readonly string[], { insecureRegistries }: DaemonConfig): boolean {
  const { host } = hostAndPort(domain);
  if (host === 'localhost' || addresses.some((address) => within(address, '127.0.0.0/8') || address === '::1')) return true;
  return insecureRegistries.some((entry) => {
    const name = entry.replace(/^https?:\/\//, '');
    return name === domain || (name.includes('/') && addresses.some((address) => within(address, name)));
  });
}

function within(address: string, range: string): boolean {
  const [base = '', bits = '32'] = range.split('/');
  const a = number(address);
  const b = number(base);
  const size = Number(bits);
  if (a === undefined || b === undefined || !(size >= 0 && size <= 32)) return false;
  const mask = size === 0 ? 0 : (~0 << (32 - size)) >>> 0;
  return (a & mask) >>> 0 === (b & mask) >>> 0;
}

function number(address: string): number | undefined {
  const parts = address.split('.').map(Number);
  if (parts.length !== 4 || parts.some((part) => !(part >= 0 && part < 256))) return undefined;
  return parts.reduce((sum, part) => sum * 256 + part, 0);
}
