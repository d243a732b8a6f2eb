// Registries: the distribution protocol's objects — blobs, manifests, indexes, tags — as values.
// Knows what a registry stores and answers; refuses to know engines, images in use and the network.

export {
  configPlatform,
  type Descriptor,
  isIndex,
  MANIFEST_LIST,
  MANIFEST_V2,
  type Manifest,
  type ManifestIndex,
  manifestText,
  OCI_INDEX,
  OCI_MANIFEST,
  type Platform,
} from './manifest.ts';
export { observed } from './observed.ts';
export { getBlob, getManifest, hasBlob, listTags, manifestNamed, mountBlob, putBlob, putManifest } from './operations.ts';
export type { Push } from './push.ts';
export { emptyRegistry, type Registry, type Repository } from './registry.ts';
export type { ManifestWish, RemoteManifest, RemoteRegistry } from './remote.ts';
export { answeredFields, askedFields, type ClientKind, digestIn, type Fields, type RequestListener, type RequestTrace } from './trace.ts';
