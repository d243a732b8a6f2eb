// Layers: the difference between two trees, as a value, as archive members, and applied again.
// Knows whiteouts and archive members; refuses to know images, stores and where layers come from.
export { apply, LayerError } from './apply.ts';
export { type Change, diff } from './change.ts';
export { changesByStat } from './changes.ts';
export { OPAQUE, type TarEntry, WHITEOUT } from './entry.ts';
export { type Layer, sizeOfEntries } from './layer.ts';
export { layerTar, makeLayer, readLayer } from './make.ts';
export { entryOf, type OpaqueStyle, packEntries, whiteout } from './pack.ts';
