import { layerBlob } from '../../../archive/index.ts';
import { chainIDs, type ImageID } from '../../../digest/index.ts';
import type { RunConfig } from '../../../image/index.ts';
import {
  addTarget,
  type Descriptor,
  DOCKER_CONFIG,
  DOCKER_MANIFEST,
  diffIDsOf,
  type Image,
  type ImageStore,
  knowLayer,
  layerType,
  type ManifestBlob,
  manifestsOf,
  mustGet,
  OCI_CONFIG,
  OCI_MANIFEST,
  putBlob,
  putText,
} from '../../../store/index.ts';

/**
 * Who writes a manifest, which decides its bytes: the engine for `docker commit` and the classic builder (four blanks, mediaType first), for
 * `docker import` (one line), or BuildKit (two blanks).
 */
export type Writer = 'commit' | 'import' | 'buildkit';

export interface Composition {
  readonly configText: string;
  readonly writer: Writer;
  /** Media types of image-spec, or of Docker's own older ones. */
  readonly family: 'oci' | 'docker';
  /** The same for new layers, where the engine mixes them. */
  readonly layerFamily?: 'oci' | 'docker';
  /** Layers below that are named as they are: the manifest of the image built on. */
  readonly base?: readonly Descriptor[];
}

/** Stores config, layer blobs and manifest of an image whose layers are unpacked here. Tells the manifest's descriptor. */
export function composeManifest(store: ImageStore, made: Composition): { store: ImageStore; manifest: Descriptor; config: Descriptor } {
  const { configText, writer, family, base = [] } = made;
  const config = putText(store.content!, family === 'oci' ? OCI_CONFIG : DOCKER_CONFIG, configText);
  let { content } = config;
  const diffIDs = diffIDsOf(configText);
  const chain = chainIDs(diffIDs);
  const layers = diffIDs.map((diffID, index): Descriptor => {
    const digest = content.layers.get(diffID);
    let body = digest === undefined ? undefined : content.blobs.get(digest);
    if (body === undefined) {
      const blob = layerBlob(mustGet(store.snapshots, chain[index]!).layer);
      body = blob.body;
      content = knowLayer(putBlob(content, body, blob.digest), diffID, blob.digest);
    }
    return (
      base[index] ?? { mediaType: layerType(body, made.layerFamily ?? family), digest: mustGet(content.layers, diffID), size: body.size }
    );
  });
  const mediaType = family === 'oci' ? OCI_MANIFEST : DOCKER_MANIFEST;
  const manifest = putText(content, mediaType, manifestText(writer, mediaType, config.descriptor, layers));
  return { store: { ...store, content: manifest.content }, manifest: manifest.descriptor, config: config.descriptor };
}

function manifestText(writer: Writer, mediaType: string, config: Descriptor, layers: readonly Descriptor[]): string {
  const named = layers.map(({ mediaType: type, digest, size }) => ({ mediaType: type, digest, size }));
  const plain = named.length === 0 && writer === 'buildkit' ? null : named;
  if (writer === 'commit') return JSON.stringify({ mediaType, schemaVersion: 2, config, layers: plain }, undefined, 4);
  return JSON.stringify({ schemaVersion: 2, mediaType, config, layers: plain }, undefined, writer === 'import' ? 0 : 2);
}

/** The layers that an image's manifest names. */
export function layersNamed(store: ImageStore, image: Image | undefined): readonly Descriptor[] {
  if (image?.manifest === undefined || store.content === undefined) return [];
  const [{ manifest } = { manifest: undefined }] = manifestsOf(store.content, image.manifest);
  return (manifest as ManifestBlob | undefined)?.layers ?? [];
}

/** Adds an image of one manifest. */
export function addComposed(
  store: ImageStore,
  made: Composition & { readonly parent?: Image; readonly step?: RunConfig },
): { store: ImageStore; image: Image } {
  const { parent, step } = made;
  const composed = composeManifest(store, { ...made, base: made.base ?? layersNamed(store, parent) });
  return addTarget(composed.store, composed.manifest, {
    ...(parent === undefined ? {} : { parent: parent.id as ImageID }),
    ...(step === undefined ? {} : { step }),
  });
}
