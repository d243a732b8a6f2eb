import type { Digest } from '../../digest/index.ts';
import { RegistryError } from './errors.ts';

const OCI_INDEX = 'application/vnd.oci.image.index.v1+json';
const OCI_MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
const DOCKER_LIST = 'application/vnd.docker.distribution.manifest.list.v2+json';
const DOCKER_MANIFEST = 'application/vnd.docker.distribution.manifest.v2+json';
const TYPES = new Set([OCI_INDEX, OCI_MANIFEST, DOCKER_LIST, DOCKER_MANIFEST]);

/** What a manifest or index names. */
export interface Contents {
  readonly mediaType: string;
  readonly blobs: readonly Digest[];
  readonly manifests: readonly Digest[];
}

interface Read {
  mediaType?: unknown;
  schemaVersion?: unknown;
  config?: { digest?: unknown };
  layers?: unknown;
  manifests?: unknown;
}

/** Reads a manifest as far as the registry checks it. `told` is the Content-Type it came with. Throws RegistryError MANIFEST_INVALID. */
export function readManifest(text: string, told?: string): Contents {
  let read: Read;
  try {
    read = JSON.parse(text) as Read;
  } catch {
    throw new RegistryError('MANIFEST_INVALID', {});
  }
  if (typeof read !== 'object' || read === null || read.schemaVersion !== 2) throw new RegistryError('MANIFEST_INVALID', {});
  const index = Array.isArray(read.manifests);
  const mediaType = typeof read.mediaType === 'string' ? read.mediaType : (told ?? (index ? OCI_INDEX : OCI_MANIFEST));
  if (!TYPES.has(mediaType) || index !== (mediaType === OCI_INDEX || mediaType === DOCKER_LIST))
    throw new RegistryError('MANIFEST_INVALID', {});
  if (index) return { mediaType, blobs: [], manifests: digestsOf(read.manifests) };
  return { mediaType, blobs: [...digestsOf([read.config]), ...digestsOf(read.layers)], manifests: [] };
}

function digestsOf(list: unknown): Digest[] {
  if (!Array.isArray(list)) throw new RegistryError('MANIFEST_INVALID', {});
  return list.map((item: unknown) => {
    const digest = typeof item === 'object' && item !== null && 'digest' in item ? item.digest : undefined;
    if (typeof digest !== 'string' || !isDigest(digest)) throw new RegistryError('MANIFEST_INVALID', {});
    return digest;
  });
}

export const isDigest = (text: string): text is Digest => /^sha256:[0-9a-f]{64}$/.test(text);
