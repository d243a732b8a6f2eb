import type { Body } from '../tree/index.ts';

export const OCI_INDEX = 'application/vnd.oci.image.index.v1+json';
export const OCI_MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
export const OCI_CONFIG = 'application/vnd.oci.image.config.v1+json';
export const DOCKER_INDEX = 'application/vnd.docker.distribution.manifest.list.v2+json';
export const DOCKER_MANIFEST = 'application/vnd.docker.distribution.manifest.v2+json';
export const DOCKER_CONFIG = 'application/vnd.docker.container.image.v1+json';
const OCI_LAYER = 'application/vnd.oci.image.layer.v1.tar';
const DOCKER_LAYER = 'application/vnd.docker.image.rootfs.diff.tar';

export const isIndexType = (type: string): boolean => type === OCI_INDEX || type === DOCKER_INDEX;
export const isManifestType = (type: string): boolean => type === OCI_MANIFEST || type === DOCKER_MANIFEST;
export const isLayerType = (type: string): boolean => type.startsWith(OCI_LAYER) || type.startsWith(DOCKER_LAYER);

/** The media type of a layer's blob, told by its first bytes. */
export function layerType(blob: Body, family: 'oci' | 'docker'): string {
  const [a, b, c, d] = blob.read(0, 4);
  const gzip = a === 0x1f && b === 0x8b;
  const zstd = a === 0x28 && b === 0xb5 && c === 0x2f && d === 0xfd;
  const base = family === 'oci' ? OCI_LAYER : DOCKER_LAYER;
  if (!gzip && !zstd) return base;
  return `${base}${family === 'oci' ? '+' : '.'}${gzip ? 'gzip' : 'zstd'}`;
}
