// What the engine does with volumes: make, find, list, remove and prune them.
// Knows which containers mount a volume and what is in it; refuses to know how commands print.
export { createVolume } from './create.ts';
export { findVolume, listVolumes } from './list.ts';
export { pruneVolumes, removeVolume, type VolumePruneReport, volumeSize } from './remove.ts';
export { usersOfVolume } from './volumes.ts';
