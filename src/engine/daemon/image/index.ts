// What the engine does with images: find, list, tag, remove, prune, save, load, import, push, pull, and tell their history.
// Knows references, the store, archives and registries; refuses to know how commands print.
export { findImage, repoDigestsOf, repoTagsOf } from './find.ts';
export { heldLayers } from './held.ts';
export { type HistoryRow, imageHistory } from './history.ts';
export { importImage, importReference } from './import.ts';
export { type ImageSummary, listImages } from './list.ts';
export { type LoadEvent, loadImages } from './load.ts';
export { type PruneReport, pruneImages } from './prune.ts';
export { pullImage } from './pull.ts';
export { pushImage } from './push.ts';
export { type Removal, removeImage } from './remove.ts';
export { fetchBase } from './resolve.ts';
export { saveImages } from './save.ts';
export { tagImage } from './tag.ts';
export { connect, dialError, reach, type TransferEvent } from './transfer.ts';
