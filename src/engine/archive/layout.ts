import { isDigest } from '../digest/index.ts';
import { DockerError } from '../errors/index.ts';
import type { Body } from '../tree/index.ts';
import { type ArchiveFiles, parseJson } from './files.ts';
import { type ArchivedImage, checkConfig, type LayerReader } from './read.ts';

interface Descriptor {
  readonly mediaType?: string;
  readonly digest?: string;
  readonly size?: number;
  readonly platform?: { readonly architecture?: string; readonly os?: string };
  readonly annotations?: Readonly<Record<string, string>>;
}
interface Index {
  readonly manifests?: readonly Descriptor[];
}
interface Manifest {
  readonly config?: Descriptor;
  readonly layers?: readonly Descriptor[];
}

/** How deep indexes may lie in one another. */
const MAX_NESTING = 4;

const decoder = new TextDecoder();
const broken = (message: string): DockerError => new DockerError('System', message);

/** The linux/amd64 images of an OCI layout (image-spec image-layout.md), every blob checked against its descriptor. Throws DockerError. */
export function readLayout(files: ArchiveFiles, layers: LayerReader): ArchivedImage[] {
  const index = files.json('index.json') as Index;
  return (index.manifests ?? []).flatMap((descriptor) => readDescriptor(files, layers, descriptor, nameOf(descriptor), 0));
}

function readDescriptor(
  files: ArchiveFiles,
  layers: LayerReader,
  descriptor: Descriptor,
  name: string | undefined,
  depth: number,
): ArchivedImage[] {
  const platform = descriptor.platform;
  if (platform !== undefined && (platform.os !== 'linux' || platform.architecture !== 'amd64')) return [];
  const content = parseJson(decoder.decode(readBlob(files, descriptor))) as Index & Manifest;
  if (content.manifests !== undefined) {
    if (depth >= MAX_NESTING) throw broken('image indexes are nested too deeply');
    return content.manifests.flatMap((inner) => readDescriptor(files, layers, inner, nameOf(inner) ?? name, depth + 1));
  }
  if (content.config === undefined) throw broken(`manifest ${descriptor.digest} has no config`);
  const configText = decoder.decode(readBlob(files, content.config));
  const diffIDs = checkConfig(configText);
  const blobs = content.layers ?? [];
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
function nameOf({ annotations = {} }: Descriptor): string | undefined {
  const full = annotations['io.containerd.image.name'];
  if (full !== undefined) return full;
  const name = annotations['org.opencontainers.image.ref.name'];
  return name !== undefined && /[:/]/.test(name) ? name : undefined;
}

function pathOf({ digest = '' }: Descriptor): string {
  if (!isDigest(digest)) throw broken('invalid checksum digest format');
  return `blobs/${digest.replace(':', '/')}`;
}

function blobOf(files: ArchiveFiles, descriptor: Descriptor): Body {
  const body = files.open(pathOf(descriptor));
  if (descriptor.size !== undefined && descriptor.size !== body.size)
    throw broken(`blob ${descriptor.digest} has ${body.size} bytes, its descriptor says ${descriptor.size}`);
  if (body.digest() !== descriptor.digest) throw broken(`blob ${descriptor.digest} has digest ${body.digest()}`);
  return body;
}

function readBlob(files: ArchiveFiles, descriptor: Descriptor): Uint8Array {
  const body = blobOf(files, descriptor);
  if (body.size > 8 << 20) throw broken(`blob ${descriptor.digest} is too large for JSON`);
  return body.read(0, body.size);
}
