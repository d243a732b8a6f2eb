import { type Digest, sha256 } from '../digest/index.ts';
import { DockerError } from '../errors/index.ts';
import type { Body } from '../tree/index.ts';
import type { Registry, Repository } from './registry.ts';

const emptyRepository: Repository = { tags: new Map(), manifests: new Map(), blobs: new Set() };

const repositoryIn = (registry: Registry, name: string): Repository => registry.repositories.get(name) ?? emptyRepository;

function withRepository(registry: Registry, name: string, repository: Repository): Registry {
  return { ...registry, repositories: new Map(registry.repositories).set(name, repository) };
}

/** HEAD blob: whether a repository serves it (distribution-spec end-2). */
export const hasBlob = (registry: Registry, name: string, digest: Digest): boolean => repositoryIn(registry, name).blobs.has(digest);

/** Uploads a blob into a repository. */
export function putBlob(registry: Registry, name: string, digest: Digest, body: Body): Registry {
  const repository = repositoryIn(registry, name);
  const stored = { ...registry, blobs: new Map(registry.blobs).set(digest, body) };
  return withRepository(stored, name, { ...repository, blobs: new Set(repository.blobs).add(digest) });
}

/** Mounts a blob from another repository (distribution-spec end-11). Undefined when that one does not have it. */
export function mountBlob(registry: Registry, name: string, digest: Digest, from: string): Registry | undefined {
  if (!hasBlob(registry, from, digest)) return undefined;
  const repository = repositoryIn(registry, name);
  return withRepository(registry, name, { ...repository, blobs: new Set(repository.blobs).add(digest) });
}

/** Stores a manifest and points a tag at it. What it names must be there. Returns its digest. */
export function putManifest(
  registry: Registry,
  name: string,
  tag: string | undefined,
  manifest: { readonly mediaType: string; readonly text: string },
): { registry: Registry; digest: Digest } {
  const repository = repositoryIn(registry, name);
  const digest = sha256(manifest.text);
  const manifests = new Map(repository.manifests).set(digest, manifest);
  const tags = tag === undefined ? repository.tags : new Map(repository.tags).set(tag, digest);
  return { registry: withRepository(registry, name, { ...repository, manifests, tags }), digest };
}

/** The manifest that a tag or digest names; undefined for one that the repository does not have. */
export function manifestNamed(registry: Registry, name: string, reference: string): Digest | undefined {
  const { tags, manifests } = repositoryIn(registry, name);
  const digest = reference.includes(':') ? (reference as Digest) : tags.get(reference);
  return digest !== undefined && manifests.has(digest) ? digest : undefined;
}

/** GET manifest by tag or digest. Undefined when the registry answers MANIFEST_UNKNOWN. */
export function getManifest(
  registry: Registry,
  name: string,
  reference: string,
): { readonly digest: Digest; readonly mediaType: string; readonly text: string } | undefined {
  const repository = repositoryIn(registry, name);
  const digest = reference.includes(':') ? (reference as Digest) : repository.tags.get(reference);
  const manifest = digest === undefined ? undefined : repository.manifests.get(digest);
  return digest === undefined || manifest === undefined ? undefined : { digest, ...manifest };
}

/** GET blob. Throws DockerError as the client does for BLOB_UNKNOWN. */
export function getBlob(registry: Registry, name: string, digest: Digest): Body {
  const body = hasBlob(registry, name, digest) ? registry.blobs.get(digest) : undefined;
  if (body === undefined) throw new DockerError('NotFound', 'unknown blob');
  return body;
}

/** The tags of a repository, in byte order. Undefined when the registry answers NAME_UNKNOWN. */
export function listTags(registry: Registry, name: string): string[] | undefined {
  const repository = registry.repositories.get(name);
  return repository === undefined ? undefined : [...repository.tags.keys()].sort();
}
