// What the engine does with images: find, list, tag, remove, prune, save, load, import, push, pull, and tell their history.
// Knows references, the store, archives and registries; refuses to know how commands print.
export { loadImages, pruneImages, pullImage, pushImage, removeImage, saveImages } from './by-store.ts';
export {
  addComposed,
  composeManifest,
  ensureUnpacked,
  forgetUnnamed,
  type PartialPush,
  platformImage,
  shownPlatform,
  type TargetSummary,
} from './containerd/index.ts';
export { findImage, repoDigestsOf, repoTagsOf } from './find.ts';
export { heldLayers, sweep } from './held.ts';
export { type HistoryRow, imageHistory } from './history.ts';
export { importImage, importReference } from './import.ts';
export type { ImageSummary } from './list.ts';
export { listImages, usesContainerd } from './list-by-store.ts';
export type { LoadEvent } from './load.ts';
export { checkNewName } from './new-name.ts';
export type { PruneReport } from './prune.ts';
export type { Removal } from './remove.ts';
export { fetchBase, fetchedDigest } from './resolve.ts';
export { tagImage } from './tag.ts';
export { connect, dialError, reach, type TransferEvent } from './transfer.ts';
export {
  type BlobReason,
  type BlobState,
  type BlobTrace,
  type IndexRow,
  type IndexTrace,
  type Transfer,
  transfersOf,
} from './transfer-log.ts';
