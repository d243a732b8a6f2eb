// Typed instructions (BuildKit's frontend/dockerfile/instructions).
// Knows which arguments and flags each instruction takes, the errors of those it does not, and how instructions form stages.
// Refuses to know what an instruction does to an image.
export { type Expander, expandInlineSources, expandInstruction } from './expand.ts';
export { dockerFeatures, type Features } from './features.ts';
export { instructionNames, type ParsedInstructions, parseInstruction, parseInstructions, parseTrigger } from './parse.ts';
export { type CacheSharing, type Mount, type MountOptions, type MountType, parseMount } from './run-mount.ts';
export type * from './types.ts';
