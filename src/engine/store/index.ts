// The image store: images, their layers unpacked, tags and digests, as a value.
// Knows how they refer to one another; refuses to know containers, registries, builds and command lines.
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
