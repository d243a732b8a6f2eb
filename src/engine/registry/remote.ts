import type { Digest } from '../digest/index.ts';
import type { Step } from '../kernel/index.ts';
import type { Body } from '../tree/index.ts';
import type { RequestListener } from './trace.ts';

/** A manifest or index as a registry gives it. */
export interface RemoteManifest {
  readonly digest: Digest;
  readonly mediaType: string;
  readonly text: string;
}

/** What the asker has and knows already, which saves requests. */
export interface ManifestWish {
  /** A manifest that is here already under this digest. */
  known?(digest: Digest): RemoteManifest | undefined;
  /** It was named by an index, so nothing has to be resolved. */
  readonly inner?: true;
}

/**
 * One engine's way to one registry, in the terms of the distribution spec; `path` is the repository's name there. Every call takes
 * the time of a request. What the registry refuses is thrown as a DockerError with the text that Docker's client gives it.
 */
export interface RemoteRegistry {
  /** GET manifest by tag or digest (end-3). Undefined for MANIFEST_UNKNOWN. */
  getManifest(path: string, reference: string, wish?: ManifestWish): Step<RemoteManifest | undefined>;
  /** GET tags list (end-8a), in byte order. Undefined for NAME_UNKNOWN. */
  listTags(path: string): Step<readonly string[] | undefined>;
  /** HEAD blob (end-2): its bytes; undefined when the repository does not serve it. */
  statBlob(path: string, digest: Digest): Step<number | undefined>;
  /** GET blob (end-2). Throws NotFound. */
  getBlob(path: string, digest: Digest): Step<Body>;
  /** POST and PUT of a whole blob (end-4, end-6); with `ask` only after a HEAD that did not find it. Tells whether it was there before. */
  putBlob(path: string, digest: Digest, body: Body, options?: { readonly ask?: boolean }): Step<boolean>;
  /** POST that mounts a blob from another repository (end-11). False when that one does not have it. */
  mountBlob(path: string, digest: Digest, from: string): Step<boolean>;
  /** PUT manifest (end-7) under a tag or, with none, its digest. */
  putManifest(path: string, tag: string | undefined, manifest: { readonly mediaType: string; readonly text: string }): Step<Digest>;
  /** The manifest that a tag or digest names now, of a registry that is a value; asking takes no request and no time. */
  named?(path: string, reference: string): Digest | undefined;
  /** Tells every HTTP request from now on. A registry that is reached without HTTP has none to tell. */
  watch?(listener: RequestListener): void;
}
