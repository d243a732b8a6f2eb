import type { Digest } from '../digest/index.ts';
import type { Body } from '../tree/index.ts';

/** One repository of a registry: which tags point at which manifest, and which blobs it may serve (distribution-spec). */
export interface Repository {
  readonly tags: ReadonlyMap<string, Digest>;
  /** Manifests and indexes by digest. */
  readonly manifests: ReadonlyMap<Digest, { readonly mediaType: string; readonly text: string }>;
  readonly blobs: ReadonlySet<Digest>;
}

/** A registry's contents: blobs are stored once and shared by its repositories. */
export interface Registry {
  /** `host` or `host:port` as it stands in references. */
  readonly host: string;
  readonly blobs: ReadonlyMap<Digest, Body>;
  readonly repositories: ReadonlyMap<string, Repository>;
}

export const emptyRegistry = (host: string): Registry => ({ host, blobs: new Map(), repositories: new Map() });
