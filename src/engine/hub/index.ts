// Docker Hub: the catalogue's images as a registry gives them, search, accounts and limits.
// Knows parts, trees and digests that were worked out before; refuses to know where parts are kept, and how commands print.
export { accountOf, HUB_SERVER, logIn } from './accounts.ts';
export type { Part } from './body.ts';
export { Hub } from './hub.ts';
export { archiveParts, gzipPieces } from './layer-blob.ts';
export { packageRow } from './package-rows.ts';
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
export { platformParts } from './platforms.ts';
export { hubRemote } from './remote.ts';
export { imageOfTag, layerKeys, type PlatformDocuments, platformDocuments, topDocument } from './repository.ts';
export { searchHub } from './search.ts';
export type { HubSource, HubState } from './source.ts';
export { rfc3339 } from './time.ts';
export { sizeOf } from './tree-text.ts';
