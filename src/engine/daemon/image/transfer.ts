import { DockerError } from '../../errors/index.ts';
import type { Step } from '../../kernel/index.ts';
import { DEFAULT_DOMAIN } from '../../reference/index.ts';
import type { Registry } from '../../registry/index.ts';
import type { Daemon } from '../daemon.ts';

/** A line of progress, as the engine's API sends them: about a layer or tag (`id`), or about the whole. */
export interface TransferEvent {
  readonly id?: string;
  readonly status: string;
  /** The state of a layer, which replaces the one before; a terminal redraws its line. */
  readonly progress?: true;
}

export type Emit = (event: TransferEvent) => Step<void>;

/** The state of a layer, which its digest names. */
export const layerState = (digest: string, status: string): TransferEvent => ({ id: shortDigest(digest), status, progress: true });

/** The first digits of a digest, which stand for a layer in progress lines. */
const shortDigest = (digest: string): string => digest.slice('sha256:'.length, 'sha256:'.length + 12);

/** The registry that a domain leads to: `localhost` is 127.0.0.1, where registries of this host listen. */
export function registryOf(daemon: Daemon, domain: string): Registry | undefined {
  const { registries } = daemon.network;
  return registries.get(domain) ?? registries.get(domain.replace(/^localhost(?=:|$)/, '127.0.0.1'));
}

/** The registry behind a domain. Throws DockerError with the text of a connection that cannot be made. */
export function connect(daemon: Daemon, domain: string): Registry {
  const registry = registryOf(daemon, domain);
  if (registry !== undefined) return registry;
  const host = domain === DEFAULT_DOMAIN ? 'registry-1.docker.io' : domain;
  throw new DockerError('Unavailable', `Get "${isLocal(host) ? 'http' : 'https'}://${host}/v2/": ${dialError(host)}`);
}

/** Registries on this host are reached without encryption (moby registry/config.go, loopback). */
const isLocal = (host: string): boolean => /^(?:127(?:\.\d+){3}|localhost|\[::1\])(?::\d+)?$/.test(host);

/** Why no connection to a host can be made: nobody listens there, or the simulated network does not have it. */
export function dialError(host: string): string {
  const [, name = host, port = isLocal(host) ? '80' : '443'] = /^(.*?)(?::(\d+))?$/.exec(host) ?? [];
  if (isLocal(host)) return `dial tcp ${name === 'localhost' ? '[::1]' : name}:${port}: connect: connection refused`;
  if (/^(?:\d+\.){3}\d+$|^\[/.test(name)) return `dial tcp ${name}:${port}: connect: network is unreachable`;
  return `dial tcp: lookup ${name}: no such host`;
}

/** Virtual seconds that a request to a registry and its answer take. */
const ROUND_TRIP = 0.02;

/** Waits as long as a request takes; what else runs on the machine goes on meanwhile. */
export function* roundTrip(daemon: Daemon): Step<void> {
  yield { ready: () => false, deadline: daemon.now() + ROUND_TRIP };
}

export function saveRegistry(daemon: Daemon, registry: Registry): void {
  daemon.network.registries = new Map(daemon.network.registries).set(registry.host, registry);
}
