// Builders beside the engine's own: BuildKit in a container, with a cache, images and a view of the network that are its own.
// Knows how their containers are made, started, stopped and removed, and what they keep; refuses to know command lines and where they are written down.

export { type BootLog, bootNode } from './boot.ts';
export { type BuilderEngine, builderEngine } from './engine.ts';
export { archiveExporter, imageExporter, loadExporter } from './exporters.ts';
export { ACCESS_DENIED, fetchForBuilder, fetchForEngine } from './fetch.ts';
export { type BuilderGroup, type BuilderNode, type NodeStatus, nodeContainer, nodeStatus } from './node.ts';
export { buildPlatforms, platformsOf } from './platforms.ts';
export { removeNode, stopNode } from './remove.ts';
export type { BuilderState } from './state.ts';
