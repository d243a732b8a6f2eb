// Images in containerd's image store: manifests and indexes with their blobs, told and moved by digest.
// Knows descriptors, platforms and names; refuses to know how commands print, and the graph drivers' ways.
export { addComposed, type Composition, composeManifest } from './compose.ts';
export type { TargetSummary } from './list.ts';
export { loadTargets } from './load.ts';
export { platformImage, shownPlatform } from './platforms.ts';
export { pruneTargets } from './prune.ts';
export { pullTarget } from './pull.ts';
export { type PartialPush, pushTarget } from './push.ts';
export { forgetUnnamed, removeTarget } from './remove.ts';
export { saveTargets } from './save.ts';
export { ensureUnpacked } from './unpack.ts';
