import { ACCESS_DENIED } from '../../../../engine/builders/index.ts';
import { dialError, reach } from '../../../../engine/daemon/image/index.ts';
import type { Digest } from '../../../../engine/digest/index.ts';
import { DockerError } from '../../../../engine/errors/index.ts';
import type { Step } from '../../../../engine/kernel/index.ts';
import { canonicalString, DEFAULT_DOMAIN, parseReference, type Reference, withDefaultTag } from '../../../../engine/reference/index.ts';
import type { RemoteManifest, RemoteRegistry } from '../../../../engine/registry/index.ts';
import { readBody } from '../../../../engine/tree/index.ts';
import type { Context } from '../../../command.ts';
import { BuildxError } from '../error.ts';

/** A reference as buildx takes it. Throws BuildxError. */
export function imageReference(text: string): Reference {
  try {
    return withDefaultTag(parseReference(text));
  } catch (error) {
    if (error instanceof DockerError) throw new BuildxError(error.message);
    throw error;
  }
}

/** The way to a reference's registry. Throws BuildxError with containerd's text. Source: containerd core/remotes/docker/resolver.go. */
export function* registryOf(context: Context, reference: Reference): Step<RemoteRegistry> {
  const { domain, path, tag = '', digest } = reference;
  const registry = yield* reach(context.daemon, domain);
  if (registry !== undefined) return registry;
  const host = domain === DEFAULT_DOMAIN ? 'registry-1.docker.io' : domain;
  const scheme = /^(?:127\.|localhost)/.test(host) ? 'http' : 'https';
  throw new BuildxError(`failed to do request: Head "${scheme}://${host}/v2/${path}/manifests/${digest ?? tag}": ${dialError(host)}`);
}

/** What a reference leads to. Throws BuildxError when there is nothing. */
export function* resolve(context: Context, reference: Reference): Step<RemoteManifest> {
  const registry = yield* registryOf(context, reference);
  const found = yield* readManifest(registry, reference);
  if (found === undefined) throw new BuildxError(`${canonicalString(reference)}: not found`);
  return found;
}

function* readManifest(registry: RemoteRegistry, { path, digest, tag }: Reference): Step<RemoteManifest | undefined> {
  try {
    return yield* registry.getManifest(path, digest ?? tag ?? 'latest');
  } catch (error) {
    if (error instanceof DockerError && error.message.startsWith('pull access denied')) throw new BuildxError(ACCESS_DENIED);
    throw error;
  }
}

/** A blob as text. Throws DockerError when it is not there. */
export function* blobText(context: Context, reference: Reference, digest: string): Step<string> {
  const registry = yield* registryOf(context, reference);
  return new TextDecoder().decode(readBody(yield* registry.getBlob(reference.path, digest as Digest)));
}
