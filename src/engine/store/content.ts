import { type ChainID, type DiffID, type Digest, sha256 } from '../digest/index.ts';
import { type Body, readBody, textBody } from '../tree/index.ts';

export interface ImagePlatform {
  readonly architecture: string;
  readonly os: string;
  readonly variant?: string;
}

/** Names content by type, digest and size (image-spec descriptor.md). */
export interface Descriptor {
  readonly mediaType: string;
  readonly digest: Digest;
  readonly size: number;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly platform?: ImagePlatform;
}

/**
 * What containerd's image store keeps beside the unpacked layers: every blob of every image as it was pushed, pulled or built. An engine
 * with one names images by the digest of their manifest or index; one without is a graph driver's.
 */
export interface ContentStore {
  /** Indexes, manifests, configs, layers and attestations. */
  readonly blobs: ReadonlyMap<Digest, Body>;
  /** The blob that a layer is here as. */
  readonly layers: ReadonlyMap<DiffID, Digest>;
  /** Bytes of the engine's own mount points under a layer that a container made: they stay below it (moby daemon/containerd/image_commit.go). */
  readonly inits: ReadonlyMap<ChainID, number>;
  /** Repositories that a blob was pushed to or pulled from, by host without port, in byte order (label containerd.io/distribution.source.HOST). */
  readonly sources: ReadonlyMap<Digest, Readonly<Record<string, readonly string[]>>>;
}

export const emptyContent: ContentStore = { blobs: new Map(), layers: new Map(), inits: new Map(), sources: new Map() };

/** Adds a blob; one that is there already is left as it is. */
export function putBlob(content: ContentStore, body: Body, digest: Digest = body.digest()): ContentStore {
  return content.blobs.has(digest) ? content : { ...content, blobs: new Map(content.blobs).set(digest, body) };
}

/** Adds a blob of text and tells its descriptor. */
export function putText(content: ContentStore, mediaType: string, text: string): { content: ContentStore; descriptor: Descriptor } {
  const body = textBody(text);
  const digest = sha256(text);
  return { content: putBlob(content, body, digest), descriptor: { mediaType, digest, size: body.size } };
}

/** Notes which blob a layer is. */
export const knowLayer = (content: ContentStore, diffID: DiffID, digest: Digest): ContentStore =>
  content.layers.get(diffID) === digest ? content : { ...content, layers: new Map(content.layers).set(diffID, digest) };

/** Notes that a repository has a blob. */
export function knowSource(content: ContentStore, digest: Digest, domain: string, path: string): ContentStore {
  const host = domain.replace(/:\d+$/, '');
  const known = content.sources.get(digest) ?? {};
  const paths = known[host] ?? [];
  if (paths.includes(path)) return content;
  return { ...content, sources: new Map(content.sources).set(digest, { ...known, [host]: [...paths, path].sort() }) };
}

const decoder = new TextDecoder();

/** A blob of text; undefined when it is not here. */
export function textOf(content: ContentStore, digest: Digest): string | undefined {
  const body = content.blobs.get(digest);
  return body === undefined ? undefined : decoder.decode(readBody(body));
}
