import type { DiffID, Digest } from '../digest/index.ts';
import type { ImageConfig } from '../image/index.ts';
import { type ContentStore, type Descriptor, type ImagePlatform, textOf } from './content.ts';
import { isIndexType, isLayerType, isManifestType } from './media-types.ts';

export interface ManifestBlob {
  readonly config: Descriptor;
  /** Lowest first; BuildKit writes null for none. */
  readonly layers: readonly Descriptor[] | null;
}

/** One manifest that an image's target is or leads to. */
export interface StoredManifest {
  /** As the target or the index above names it. */
  readonly descriptor: Descriptor;
  readonly kind: 'image' | 'attestation' | 'unknown';
  /** Everything it names is here. */
  readonly available: boolean;
  /** Undefined when the manifest itself is not here. */
  readonly manifest: ManifestBlob | undefined;
  readonly configText: string | undefined;
  readonly platform: ImagePlatform | undefined;
  /** Bytes of it, its config and its layers that are here. */
  readonly size: number;
  /** The manifest that an attestation is about. */
  readonly subject: string | undefined;
}

const MAX_NESTING = 4;
/** Most manifests that are looked at under one target. */
const MAX_MANIFESTS = 1000;

/** The manifests under a target, in the order of the index. */
export function manifestsOf(content: ContentStore, target: Descriptor): StoredManifest[] {
  const out: StoredManifest[] = [];
  walk(content, target, 0, out);
  return out;
}

function walk(content: ContentStore, descriptor: Descriptor, depth: number, out: StoredManifest[]): void {
  if (out.length >= MAX_MANIFESTS) return;
  const blob = parsed(content, descriptor.digest);
  if (isIndexType(descriptor.mediaType)) {
    const { manifests = [] } = (blob ?? {}) as { manifests?: readonly Descriptor[] };
    if (depth < MAX_NESTING) for (const inner of manifests) walk(content, inner, depth + 1, out);
  } else if (isManifestType(descriptor.mediaType)) out.push(read(content, descriptor, blob as ManifestBlob | undefined));
}

function read(content: ContentStore, descriptor: Descriptor, manifest: ManifestBlob | undefined): StoredManifest {
  const subject = descriptor.annotations?.['vnd.docker.reference.digest'];
  const parts = manifest === undefined ? [] : [manifest.config, ...(manifest.layers ?? [])];
  const here = parts.filter(({ digest }) => content.blobs.has(digest));
  const configText = manifest === undefined ? undefined : textOf(content, manifest.config.digest);
  const layers = manifest?.layers ?? [];
  const isImage = layers.length === 0 || layers.some(({ mediaType }) => isLayerType(mediaType));
  return {
    descriptor,
    kind: subject !== undefined ? 'attestation' : isImage ? 'image' : 'unknown',
    available: manifest !== undefined && here.length === parts.length,
    manifest,
    configText,
    platform: descriptor.platform ?? platformIn(configText),
    size: (manifest === undefined ? 0 : descriptor.size) + here.reduce((sum, { size }) => sum + size, 0),
    subject,
  };
}

function parsed(content: ContentStore, digest: Digest): unknown {
  const text = textOf(content, digest);
  return text === undefined ? undefined : JSON.parse(text);
}

function platformIn(configText: string | undefined): ImagePlatform | undefined {
  if (configText === undefined) return undefined;
  const { architecture, os, variant } = JSON.parse(configText) as Partial<ImageConfig>;
  if (architecture === undefined || os === undefined) return undefined;
  return { architecture, os, ...(variant ? { variant } : {}) };
}

/** Every blob that a target leads to, itself first, each once. */
export function blobsUnder(content: ContentStore, target: Descriptor): Descriptor[] {
  const out = new Map<Digest, Descriptor>();
  const visit = (descriptor: Descriptor, depth: number): void => {
    if (out.has(descriptor.digest)) return;
    out.set(descriptor.digest, descriptor);
    if (depth > MAX_NESTING || !(isIndexType(descriptor.mediaType) || isManifestType(descriptor.mediaType))) return;
    const blob = (parsed(content, descriptor.digest) ?? {}) as Partial<ManifestBlob> & { manifests?: readonly Descriptor[] };
    for (const inner of blob.manifests ?? []) visit(inner, depth + 1);
    if (blob.config !== undefined) visit(blob.config, depth + 1);
    for (const inner of blob.layers ?? []) visit(inner, depth + 1);
  };
  visit(target, 0);
  return [...out.values()];
}

/** DiffIDs of a config; none for what is no image's. */
export function diffIDsOf(configText: string | undefined): readonly DiffID[] {
  if (configText === undefined) return [];
  const { rootfs } = JSON.parse(configText) as Partial<ImageConfig>;
  return rootfs?.diff_ids ?? [];
}
