import { type Digest, hexOf, sha256 } from '../digest/index.ts';
import { DockerError } from '../errors/index.ts';
import { goJson, sortedKeys } from '../image/index.ts';
import { layerTar } from '../layer/index.ts';
import { canonicalString, familiarName, familiarString, type Reference } from '../reference/index.ts';
import { type Image, type ImageStore, mustGet, stackOf } from '../store/index.ts';
import { type TarEntry, tarBody } from '../tar/index.ts';
import { type Body, compareNames, textBody } from '../tree/index.ts';
import { legacyConfig } from './legacy.ts';

/** An image to save, with the tags it shall be known by when it is loaded. */
export interface ToSave {
  readonly image: Image;
  readonly references: readonly Reference[];
  /** When it was made, whole seconds since the epoch: the time of its files in the archive. */
  readonly created: number;
}

const LAYER = 'application/vnd.oci.image.layer.v1.tar';
const MANIFEST = 'application/vnd.oci.image.manifest.v1+json';

/**
 * The archive of `docker save`: an OCI layout that is a docker-archive too (manifest.json, repositories). Files are read only
 * when the archive is. Throws DockerError for an image without layers. Source: moby image/tarexport/save.go.
 */
export function saveArchive(store: ImageStore, images: readonly ToSave[]): Body {
  const blobs = new Map<string, { body: Body; mtime: number }>();
  const put = (body: Body, mtime: number, digest: Digest = body.digest()): Digest => {
    if (!blobs.has(hexOf(digest))) blobs.set(hexOf(digest), { body, mtime });
    return digest;
  };
  const manifests: object[] = [];
  const items: object[] = [];
  const repositories: Record<string, Record<string, string>> = {};
  const saved = new Set(images.map(({ image }) => image.id));
  for (const { image, references, created } of images) {
    const layers = layersOf(store, image);
    if (layers.length === 0) throw new DockerError('System', 'empty export - not implemented');
    putLegacy(image, created, put);
    for (const layer of layers) put(layer.body, created, layer.digest);
    const config = put(textBody(image.configText), created, image.id);
    const descriptors = layers.map(({ digest, body }) => ({ mediaType: LAYER, digest, size: body.size }));
    const text = goJson({
      schemaVersion: 2,
      mediaType: MANIFEST,
      config: { mediaType: 'application/vnd.oci.image.config.v1+json', digest: config, size: textBody(image.configText).size },
      layers: descriptors,
    });
    const descriptor = { mediaType: MANIFEST, digest: put(textBody(text), 0, sha256(text)), size: textBody(text).size };
    if (references.length === 0) manifests.push(descriptor);
    for (const reference of references) {
      const tag = reference.tag ?? 'latest';
      (repositories[familiarName(reference)] ??= {})[tag] = hexOf(layers.at(-1)!.digest);
      manifests.push({ ...descriptor, annotations: annotations(reference, tag) });
    }
    items.push({
      Config: blobPath(config),
      RepoTags: references.length === 0 ? null : references.map(familiarString),
      Layers: layers.map(({ digest }) => blobPath(digest)),
      Parent: image.parent !== undefined && saved.has(image.parent) ? image.parent : undefined,
      LayerSources: sortedKeys(
        Object.fromEntries(layers.map(({ digest, body }) => [digest, { mediaType: LAYER, size: body.size, digest }])),
      ),
    });
  }
  return tarBody([
    ...blobEntries(blobs, images.at(-1)?.created ?? 0),
    file('index.json', goJson({ schemaVersion: 2, mediaType: 'application/vnd.oci.image.index.v1+json', manifests })),
    file('manifest.json', `${goJson(items)}\n`),
    file('oci-layout', '{"imageLayoutVersion": "1.0.0"}'),
    ...(Object.keys(repositories).length === 0 ? [] : [file('repositories', `${goJson(sortedRepositories(repositories))}\n`)]),
  ]);
}

const blobPath = (digest: Digest): string => `blobs/sha256/${hexOf(digest)}`;
const annotations = (reference: Reference, tag: string): object => ({
  'io.containerd.image.name': canonicalString(reference),
  'org.opencontainers.image.ref.name': tag,
});
const sortedRepositories = (map: Record<string, Record<string, string>>): object =>
  sortedKeys(Object.fromEntries(Object.entries(map).map(([name, tags]) => [name, sortedKeys(tags)])));

function layersOf(store: ImageStore, image: Image): { digest: Digest; body: Body }[] {
  return stackOf(image).map((id) => {
    const { layer } = mustGet(store.snapshots, id);
    return { digest: layer.diffID as Digest, body: layerTar(layer) };
  });
}

function putLegacy(image: Image, created: number, put: (body: Body, mtime: number) => Digest): void {
  const stack = stackOf(image);
  let parent: Digest | undefined;
  for (const [index, chainID] of stack.entries()) {
    const top = index === stack.length - 1;
    const legacy = legacyConfig({ chainID, parent, os: image.config.os, ...(top ? { image: image.config } : {}) });
    put(textBody(legacy.text), created);
    parent = legacy.id;
  }
}

function blobEntries(blobs: ReadonlyMap<string, { body: Body; mtime: number }>, mtime: number): TarEntry[] {
  const dir = (path: string): TarEntry => ({ kind: 'dir', path, mode: 0o755, uid: 0, gid: 0, mtime });
  const files = [...blobs].sort(([a], [b]) => compareNames(a, b)).map(([hex, blob]) => file(`blobs/sha256/${hex}`, blob.body, blob.mtime));
  return [dir('blobs'), dir('blobs/sha256'), ...files];
}

const file = (path: string, content: string | Body, mtime = 0): TarEntry => ({
  kind: 'file',
  path,
  mode: 0o644,
  uid: 0,
  gid: 0,
  mtime,
  body: typeof content === 'string' ? textBody(content) : content,
});
