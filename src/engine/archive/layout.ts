import { isDigest } from '../digest/index.ts';
import { DockerError } from '../errors/index.ts';
import { type Descriptor, isIndexType } from '../store/index.ts';
import type { Body } from '../tree/index.ts';
import { asDescriptor, asList, asObject } from './descriptor.ts';
import { type ArchiveFiles, parseJson } from './files.ts';
import { type ArchivedImage, checkConfig, checkNames, type LayerReader } from './read.ts';

/** How deep indexes may lie in one another. */
const MAX_NESTING = 4;
/** Most bytes of a blob that is read as JSON. */
const MAX_JSON = 8 << 20;

const decoder = new TextDecoder();
const broken = (message: string): DockerError => new DockerError('System', message);

/** The linux/amd64 images of an OCI layout (image-spec image-layout.md), every blob checked against its descriptor. Throws DockerError. */
export function readLayout(files: ArchiveFiles, layers: LayerReader): ArchivedImage[] {
  const index = asObject(files.json('index.json'), 'v1.Index');
  const items = asList(index.manifests, 'v1.Descriptor');
  checkNames(items.length);
  return items.flatMap((item) => {
    const descriptor = asDescriptor(item);
    return readDescriptor(files, layers, descriptor, nameOf(descriptor), 0);
  });
}

function readDescriptor(
  files: ArchiveFiles,
  layers: LayerReader,
  descriptor: Descriptor,
  name: string | undefined,
  depth: number,
): ArchivedImage[] {
  const { platform, annotations } = descriptor;
  if (platform !== undefined && (platform.os !== 'linux' || platform.architecture !== 'amd64')) return [];
  if (annotations?.['vnd.docker.reference.type'] !== undefined) return [];
  const content = asObject(parseJson(textOfBlob(files, descriptor)), 'v1.Manifest');
  if (content.manifests !== undefined || isIndexType(descriptor.mediaType)) {
    if (depth >= MAX_NESTING) throw broken('image indexes are nested too deeply');
    return asList(content.manifests, 'v1.Descriptor').flatMap((item) => {
      const inner = asDescriptor(item);
      return readDescriptor(files, layers, inner, nameOf(inner) ?? name, depth + 1);
    });
  }
  if (content.config === undefined) throw broken(`manifest ${descriptor.digest} has no config`);
  const configText = textOfBlob(files, asDescriptor(content.config));
  const diffIDs = checkConfig(configText);
  const blobs = asList(content.layers, 'v1.Descriptor').map(asDescriptor);
  if (blobs.length !== diffIDs.length)
    throw broken(`invalid manifest, layers length mismatch: expected ${blobs.length}, got ${diffIDs.length}`);
  return [
    {
      configText,
      layers: diffIDs.map((diffID, i) => layers.read(blobOf(files, blobs[i]!), pathOf(blobs[i]!), diffID, i)),
      tags: name === undefined ? [] : [name],
      parent: undefined,
    },
  ];
}

/** The full name that containerd and Docker note, or a reference that is more than a tag. */
export function nameOf({ annotations = {} }: Descriptor): string | undefined {
  const full = annotations['io.containerd.image.name'];
  if (full !== undefined) return full;
  const name = annotations['org.opencontainers.image.ref.name'];
  return name !== undefined && /[:/]/.test(name) ? name : undefined;
}

function pathOf({ digest }: Descriptor): string {
  if (!isDigest(digest)) throw broken('invalid checksum digest format');
  return `blobs/${digest.replace(':', '/')}`;
}

/** The blob a descriptor names. Throws when it is another one. */
export function blobOf(files: ArchiveFiles, descriptor: Descriptor): Body {
  const body = files.open(pathOf(descriptor));
  if (descriptor.size !== body.size)
    throw broken(`blob ${descriptor.digest} has ${body.size} bytes, its descriptor says ${descriptor.size}`);
  if (body.digest() !== descriptor.digest) throw broken(`blob ${descriptor.digest} has digest ${body.digest()}`);
  return body;
}

/** The text of the blob a descriptor names. Throws when it is another one or too large to be JSON. */
export function textOfBlob(files: ArchiveFiles, descriptor: Descriptor): string {
  const body = blobOf(files, descriptor);
  if (body.size > MAX_JSON) throw broken(`blob ${descriptor.digest} is too large for JSON`);
  return decoder.decode(body.read(0, body.size));
}
