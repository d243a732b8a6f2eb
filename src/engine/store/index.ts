// The image store: images, their layers unpacked, tags and digests, as a value.
// Knows how they refer to one another; refuses to know containers, registries, builds and command lines.
export {
  type ContentStore,
  type Descriptor,
  emptyContent,
  type ImagePlatform,
  knowLayer,
  knowSource,
  putBlob,
  putText,
  textOf,
} from './content.ts';
export { findImage, imageByPrefix, imageOfReference, isPrefixOf } from './find.ts';
export { blobsUnder, diffIDsOf, type ManifestBlob, manifestsOf, type StoredManifest } from './manifests.ts';
export {
  DOCKER_CONFIG,
  DOCKER_INDEX,
  DOCKER_MANIFEST,
  isIndexType,
  isLayerType,
  isManifestType,
  layerType,
  OCI_CONFIG,
  OCI_INDEX,
  OCI_MANIFEST,
} from './media-types.ts';
export { digestsOf, dropReference, namesOf, referencesIn, referencesOf, rememberRemote, setDigest, tagsOf } from './references.ts';
export { childrenOf, releaseLayers, removeImageRecord } from './release.ts';
export {
  addImage,
  addLayer,
  configOf,
  depthOf,
  emptyStore,
  type Image,
  type ImageStore,
  imageSize,
  imageTree,
  MAX_DEPTH,
  MAX_LOWERS,
  mustGet,
  type Snapshot,
  setTag,
  stackOf,
  stepOf,
  topOf,
  treeOf,
} from './store.ts';
export { addTarget, collectGarbage, type PlatformSize, platformSizes } from './targets.ts';
export { initSize, layerSize, snapshotSize, unpackedImageSize, unpackedSize, usageOf, withInits } from './usage.ts';
