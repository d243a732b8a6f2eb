import { DockerError } from '../../errors/index.ts';
import { canonicalString, DEFAULT_DOMAIN, parseReference, withDefaultTag } from '../../reference/index.ts';
import { getManifest } from '../../registry/index.ts';
import type { Daemon } from '../daemon.ts';
import { dialError } from './transfer.ts';

/**
 * Asks a registry for a manifest as BuildKit does before it pulls. Throws DockerError with containerd's texts: NotFound, or Unavailable
 * for a registry that cannot be reached. Source: containerd core/remotes/docker/resolver.go.
 */
export function resolveManifest(daemon: Daemon, name: string): void {
  const reference = withDefaultTag(parseReference(name));
  const { domain, path, tag = '', digest } = reference;
  const registry = daemon.network.registries.get(domain);
  if (registry === undefined) {
    const host = domain === DEFAULT_DOMAIN ? 'registry-1.docker.io' : domain;
    const url = `https://${host}/v2/${path}/manifests/${digest ?? tag}`;
    throw new DockerError('Unavailable', `failed to do request: Head "${url}": ${dialError(host)}`);
  }
  if (getManifest(registry, path, digest ?? tag) === undefined)
    throw new DockerError('NotFound', `${canonicalString(reference)}: not found`);
}
