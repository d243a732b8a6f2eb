// What the engine does with containers: create, start, stop, kill, pause, exec, remove.
// Knows the kernel and the runtime; refuses to know how commands print.
export { membersOf, type PathStat, readPath, statPath, unpackInto, writePath } from './archive.ts';
export { mergeConfig } from './config.ts';
export { type CreateRequest, checkName, createContainer, defaultHostConfig } from './create.ts';
export { type ExecRequest, execInContainer } from './exec.ts';
export { changeContainer, containerTree, findContainer } from './find.ts';
export { layerName } from './layer-name.ts';
export { generateName } from './names.ts';
export { allNetworks, builtinNetworks, findNetwork, networksOf } from './networks.ts';
export { glancedAtVolumes } from './outside.ts';
export { type ContainerPruneReport, pruneContainers } from './prune.ts';
export { removeContainer } from './remove.ts';
export { checkSignal, isSignal, parseSignal } from './signal.ts';
export { baseSize, containerSize } from './size.ts';
export { startContainer } from './start.ts';
export { type Usage, usageOf } from './stats.ts';
export { killContainer, killLive, pause, stopContainer, unpause } from './stop.ts';
export { Streams, type Subscriber } from './streams.ts';
export { containerTop, type TopTable } from './top.ts';
export type { ProcessTrace, Trace, TraceEntry } from './trace.ts';
export { type Update, updateContainer, verifyUpdate } from './update.ts';
export { capabilityName, verifySettings } from './verify.ts';
