import { layerBlob } from '../archive/index.ts';
import type { Digest } from '../digest/index.ts';
import {
  attestationDocuments,
  configDocument,
  type Document,
  type IndexItem,
  indexDocument,
  type LayerName,
  manifestDocument,
} from './image-text.ts';
import type { ImageSource, TagSource } from './part.ts';
import type { PartSet } from './part-set.ts';
import { rfc3339 } from './time.ts';

const sha = (hex: string): Digest => `sha256:${hex}` as Digest;

/** The keys of an image's layers, lowest first. */
export const layerKeys = (image: ImageSource): string[] => image.history.flatMap(([, layer]) => (layer === 0 ? [] : [layer]));

/** Which image a tag points at, at a time in seconds since the epoch. */
export function imageOfTag(tag: TagSource, now: number): string {
  if (typeof tag === 'string') return tag;
  return (tag.findLast(([since]) => since <= now) ?? tag[0]!)[1];
}

/** Everything one platform of an image consists of beside its layers: manifest, config, and the documents of its attestation. */
export interface PlatformDocuments {
  readonly manifest: Document;
  readonly config: Document;
  readonly attestation: readonly Document[];
  readonly layers: readonly LayerName[];
}

/** Documents of an image on a platform whose layers' facts are loaded. `name` is the repository's, such as `nginx`. */
export function platformDocuments(parts: PartSet, name: string, image: ImageSource, platform: string): PlatformDocuments {
  const layers = layerKeys(image).map((key): LayerName => {
    const layer = parts.layer(key, platform);
    const { digest, body } = layerBlob(layer);
    return { diffID: layer.diffID, digest, size: body.size };
  });
  const config = configDocument(image, platform, layers, rfc3339);
  const manifest = manifestDocument(image, config, layers);
  const attestation = image.form === 'oci+attestations' ? attestationDocuments(image, name, platform, manifest) : [];
  return { manifest, config, attestation, layers };
}

/** The index of an image from what is known of its platforms; the manifest itself for an image without one. */
export function topDocument(image: ImageSource, amd64: PlatformDocuments): Document {
  if (image.form === 'plain') return amd64.manifest;
  const items = image.platforms.map((platform): IndexItem => {
    if (platform === 'amd64') {
      const { digest, size } = amd64.manifest;
      const [attestation] = amd64.attestation;
      return {
        platform,
        digest,
        size,
        ...(attestation === undefined ? {} : { attestation: { digest: attestation.digest, size: attestation.size } }),
      };
    }
    const known = image.others?.[platform];
    if (known === undefined) throw new Error(`nothing known of ${platform}`);
    const [digest, size, attestation, attestationSize = 0] = known;
    return {
      platform,
      digest: sha(digest),
      size,
      ...(attestation === undefined ? {} : { attestation: { digest: sha(attestation), size: attestationSize } }),
    };
  });
  return indexDocument(image, items);
}
