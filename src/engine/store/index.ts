// The image store: images, their layers unpacked, tags and digests, as a value.
// Knows how they refer to one another; refuses to know containers, registries, builds and command lines.
export { findImage, imageByPrefix, imageOfReference, isPrefixOf } from './find.ts';
export { digestsOf, dropReference, referencesIn, referencesOf, rememberRemote, setDigest, tagsOf } from './references.ts';
export { childrenOf, releaseLayers, removeImageRecord } from './release.ts';
export {
  addImage,
  addLayer,
  emptyStore,
  type Image,
  type ImageStore,
  imageSize,
  imageTree,
  MAX_DEPTH,
  mustGet,
  type Snapshot,
  setTag,
  stackOf,
  topOf,
  treeOf,
} from './store.ts';
