// Docker Hub: the catalogue's images as a registry gives them, search, accounts and limits.
// Knows parts, trees and digests that were worked out before; refuses to know where parts are kept, and how commands print.
export type { Part } from './body.ts';
export { Hub } from './hub.ts';
export { archiveParts, gzipPieces } from './layer-blob.ts';
export type {
  HistorySource,
  HubEntry,
  HubPart,
  ImageSource,
  LayerFacts,
  LayerSource,
  OtherFacts,
  PackageSet,
  RepositorySource,
  TagSource,
} from './part.ts';
export { PartSet, partOf } from './part-set.ts';
export { hubRemote } from './remote.ts';
export { layerKeys, type PlatformDocuments, platformDocuments } from './repository.ts';
export type { HubSource, HubState } from './source.ts';
