// Tar archives: members to bytes and back, with Go archive/tar's conventions.
// Knows formats and limits; refuses to know layers, whiteouts, images and where archives come from.
export type { TarEntry } from './entry.ts';
export { TarError } from './error.ts';
export { headerBlocks } from './header.ts';
export { readTar } from './read.ts';
export { tarBody, tarPieces } from './write.ts';
