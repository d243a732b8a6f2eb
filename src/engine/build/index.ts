// Builders: a Dockerfile and a context to an image, as the classic builder and as BuildKit do it.
// Knows instructions, layers, caches and the events of a build; refuses to know command lines, terminals and where contexts come from.
export { buildBuildkit } from './buildkit/build.ts';
export { SolveError } from './buildkit/error.ts';
export type { BuildEvent } from './buildkit/event.ts';
export { contextKey, type NamedContext } from './buildkit/named-contexts.ts';
export { type Outline, type OutlineArg, type OutlineSecret, outlineOf } from './buildkit/outline.ts';
export type {
  BuildFailure,
  BuildkitOutcome,
  BuildkitRequest,
  BuildResult,
  Exporter,
  ExportLog,
  ExportResponse,
  ExportStep,
  PlatformResult,
} from './buildkit/request.ts';
export { type CacheItem, cacheUsage } from './cache-usage.ts';
export { applyChanges } from './changes.ts';
export { buildClassic } from './classic/build.ts';
export { type ClassicEvent, printClassic } from './classic/event.ts';
export { type CommitRequest, commitImage } from './commit.ts';
export { archiveMembers, uncompressed } from './files/archive-members.ts';
export { readImageName } from './image-name.ts';
export { type CachePruneReport, pruneCache } from './prune-cache.ts';
export type { BuildRequest } from './request.ts';
export {
  type After,
  type BuildTrace,
  BuildTracer,
  type Cause,
  type ContextSource,
  type ContextTrace,
  keepTrace,
  type LayerTrace,
  type StageTrace,
  type StepTrace,
  type TraceFacts,
} from './trace/index.ts';
export { unreachable } from './unreachable.ts';
