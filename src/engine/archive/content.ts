import type { Digest } from '../digest/index.ts';
import { sha256 } from '../digest/index.ts';
import { DockerError } from '../errors/index.ts';
import { canonicalString, parseReference, withDefaultTag } from '../reference/index.ts';
import { type Descriptor, DOCKER_CONFIG, DOCKER_MANIFEST, isIndexType, isManifestType, layerType } from '../store/index.ts';
import { type Body, textBody } from '../tree/index.ts';
import { asDescriptor, asList, asObject, asString } from './descriptor.ts';
import { ArchiveFiles, parseJson } from './files.ts';
import { blobOf, nameOf, textOfBlob } from './layout.ts';
import { checkConfig, checkNames } from './read.ts';

/** What an archive holds, as containerd takes it: manifests and indexes by name, and the blobs they lead to, unchanged. */
export interface ArchivedContent {
  readonly targets: readonly { readonly descriptor: Descriptor; readonly name: string | undefined }[];
  readonly blobs: ReadonlyMap<Digest, Body>;
}

const MAX_NESTING = 4;
const broken = (message: string): DockerError => new DockerError('System', message);

/**
 * The contents of an OCI layout, or of a docker-archive turned into manifests. Every blob is checked against its descriptor; those of other
 * platforms may be missing. Throws DockerError. Source: containerd core/images/archive/importer.go ImportIndex.
 */
export function readContent(archive: Body): ArchivedContent {
  const files = new ArchiveFiles(archive);
  const blobs = new Map<Digest, Body>();
  if (files.has('oci-layout')) {
    const version = asString(asObject(files.json('oci-layout'), 'v1.ImageLayout').imageLayoutVersion, 'ImageLayout.imageLayoutVersion');
    if (version !== '1.0.0') throw broken(`unsupported OCI version ${version}`);
    const index = asObject(files.json('index.json'), 'v1.Index');
    const targets = asList(index.manifests, 'v1.Descriptor').map(asDescriptor);
    checkNames(targets.length);
    if (targets.length === 0) throw broken('image might be filtered out');
    for (const descriptor of targets) collect(files, descriptor, blobs, 0);
    return { targets: targets.map((descriptor) => ({ descriptor, name: nameOf(descriptor) })), blobs };
  }
  if (!files.has('manifest.json')) throw broken('unrecognized image format');
  const manifest = files.json('manifest.json');
  if (manifest === null) throw broken('invalid manifest, manifest cannot be null (but can be [])');
  return { targets: asList(manifest, 'manifestItem').flatMap((item) => convert(files, asObject(item, 'manifestItem'), blobs)), blobs };
}

function collect(files: ArchiveFiles, descriptor: Descriptor, blobs: Map<Digest, Body>, depth: number): void {
  if (blobs.has(descriptor.digest)) return;
  if (depth > 0 && !files.has(`blobs/${descriptor.digest.replace(':', '/')}`)) return;
  const body = blobOf(files, descriptor);
  blobs.set(descriptor.digest, body);
  const index = isIndexType(descriptor.mediaType);
  if (!index && !isManifestType(descriptor.mediaType)) return;
  if (depth >= MAX_NESTING) throw broken('image indexes are nested too deeply');
  const fields = asObject(parseJson(textOfBlob(files, descriptor)), index ? 'v1.Index' : 'v1.Manifest');
  if (index) {
    for (const inner of asList(fields.manifests, 'v1.Descriptor')) collect(files, asDescriptor(inner), blobs, depth + 1);
    return;
  }
  const config = asDescriptor(fields.config ?? {});
  collect(files, config, blobs, depth + 1);
  if (blobs.has(config.digest)) checkJson(textOfBlob(files, config));
  for (const layer of asList(fields.layers, 'v1.Descriptor')) collect(files, asDescriptor(layer), blobs, depth + 1);
}

/** A config must be an object whose DiffIDs, if it has any, are a list of digests. */
function checkJson(text: string): void {
  const { rootfs } = asObject(parseJson(text), 'v1.Image');
  if (rootfs === undefined || rootfs === null) return;
  for (const diffID of asList(asObject(rootfs, 'v1.RootFS').diff_ids, 'string')) asString(diffID, 'RootFS.diff_ids');
}

/** An item of manifest.json as a manifest of Docker's types. */
function convert(
  files: ArchiveFiles,
  item: Readonly<Record<string, unknown>>,
  blobs: Map<Digest, Body>,
): { descriptor: Descriptor; name: string | undefined }[] {
  const configBody = files.open(asString(item.Config, 'manifestItem.Config'));
  const configText = files.text(asString(item.Config, 'manifestItem.Config'));
  checkConfig(configText);
  const put = (mediaType: string, body: Body): Descriptor => {
    const digest = body.digest();
    blobs.set(digest, body);
    return { mediaType, digest, size: body.size };
  };
  const config = put(DOCKER_CONFIG, configBody);
  const layers = asList(item.Layers, 'string').map((path) => {
    const body = files.open(asString(path, 'manifestItem.Layers'));
    return put(layerType(body, 'docker'), body);
  });
  const text = JSON.stringify({ schemaVersion: 2, mediaType: DOCKER_MANIFEST, config, layers });
  const body = textBody(text);
  blobs.set(sha256(text), body);
  const descriptor = { mediaType: DOCKER_MANIFEST, digest: sha256(text), size: body.size };
  const tags = asList(item.RepoTags, 'string').map((tag) => asString(tag, 'manifestItem.RepoTags'));
  return tags.length === 0 ? [{ descriptor, name: undefined }] : tags.map((name) => ({ descriptor: named(descriptor, name), name }));
}

/** containerd notes the name of a docker-archive with the image. */
function named(descriptor: Descriptor, name: string): Descriptor {
  const reference = withDefaultTag(parseReference(name));
  const annotations = {
    'io.containerd.image.name': canonicalString(reference),
    'org.opencontainers.image.ref.name': reference.tag ?? reference.digest ?? '',
  };
  return { ...descriptor, annotations };
}
