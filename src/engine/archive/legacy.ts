import { type ChainID, type Digest, hexOf, sha256 } from '../digest/index.ts';
import { dockerConfigJson, goJson, type ImageConfig } from '../image/index.ts';

/** The config a layer had before Docker 1.10, still written beside each layer (moby image/v1/imagev1.go). */
export interface LegacyConfig {
  /** Digest of what identifies it: names the parent of the next layer. */
  readonly id: Digest;
  readonly text: string;
}

/** The old config of one layer of an image. `image` is given for the top layer only; `parent` is the old id of the layer below. */
export function legacyConfig(options: { chainID: ChainID; parent: Digest | undefined; os: string; image?: ImageConfig }): LegacyConfig {
  const { chainID, parent, os, image } = options;
  const own = image === undefined ? { created: '1970-01-01T00:00:00Z', container_config: dockerConfigJson(undefined) } : topMembers(image);
  const identity = { ...own, layer_id: chainID, ...(parent === undefined ? {} : { parent }) };
  const id = sha256(goJson(Object.fromEntries(Object.entries(identity).sort(([a], [b]) => (a < b ? -1 : 1)))));
  const head = { id: hexOf(id), ...(parent === undefined ? {} : { parent: hexOf(parent) }) };
  return { id, text: goJson({ ...head, ...own, os }) };
}

function topMembers(image: ImageConfig): Record<string, unknown> {
  return {
    comment: image.comment || undefined,
    created: image.created ?? null,
    container: image.container || undefined,
    container_config: dockerConfigJson(image.container_config),
    docker_version: image.docker_version || undefined,
    author: image.author || undefined,
    config: image.config === undefined ? undefined : dockerConfigJson(image.config),
    architecture: image.architecture || undefined,
    variant: image.variant || undefined,
    os: image.os || undefined,
  };
}
