import { DockerError } from '../../errors/index.ts';
import type { Step } from '../../kernel/index.ts';
import { DEFAULT_DOMAIN } from '../../reference/index.ts';
import type { RemoteRegistry } from '../../registry/index.ts';
import type { Daemon } from '../daemon.ts';
import { roundTrip } from './round-trip.ts';
import { valueRegistry } from './value-registry.ts';

/** A line of progress, as the engine's API sends them: about a layer or tag (`id`), or about the whole. */
export interface TransferEvent {
  readonly id?: string;
  readonly status: string;
  /** The state of a layer, which replaces the one before; a terminal redraws its line. */
  readonly progress?: true;
  /** How far it is, for a terminal. */
  readonly bar?: string;
  /** Bytes of the layer that moves, where it is known. */
  readonly size?: number;
}

export type Emit = (event: TransferEvent) => Step<void>;

/** The state of a layer, which its digest names. */
export const layerState = (digest: string, status: string, size?: number): TransferEvent => ({
  id: shortDigest(digest),
  status,
  progress: true,
  ...(size === undefined ? {} : { size }),
});

/** The first digits of a digest, which stand for a layer in progress lines. */
const shortDigest = (digest: string): string => digest.slice('sha256:'.length, 'sha256:'.length + 12);

/** The way to the registry of a domain; undefined when nobody answers there. `localhost` is 127.0.0.1, where registries of this host listen. */
export function* reach(daemon: Daemon, domain: string): Step<RemoteRegistry | undefined> {
  const { registries, connectors = [] } = daemon.network;
  for (const host of [domain, domain.replace(/^localhost(?=:|$)/, '127.0.0.1')]) {
    if (registries.has(host) && domain !== DEFAULT_DOMAIN) return valueRegistry(daemon, host);
  }
  for (const connector of connectors) {
    const remote = yield* connector(daemon, domain);
    if (remote !== undefined) return remote;
  }
  return undefined;
}

/** The way to the registry of a domain, after the request that asks for its version. Throws DockerError with the text of a connection that cannot be made. */
export function* connect(daemon: Daemon, domain: string): Step<RemoteRegistry> {
  yield* roundTrip(daemon);
  const remote = yield* reach(daemon, domain);
  if (remote !== undefined) return remote;
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
