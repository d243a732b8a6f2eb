// The container runtime: starts processes in namespaces of their own, as runc does.
// Knows users, working directories and how starting fails; refuses to know images, volumes by name and the engine's records.

export { containerCapabilities } from './capabilities.ts';
export type { RuntimeMount, RuntimeSpec } from './spec.ts';
export { FIRST_CHILD, MACHINE, type ProcessSpec, type RunningContainer, RuntimeError, startContainer, startProcess } from './start.ts';
export { type ResolvedUser, readGroups, readPasswd, resolveUser, UnknownUser } from './users.ts';
