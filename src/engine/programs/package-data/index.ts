// What package managers share: their data (loaded when first needed), whether a host can be reached, files put in place.
// Knows the port through which indexes come and how a file of a given size is made; refuses to know any format or manager.
export { type Parts, packagePart, providePackages } from './parts.ts';
export { exists, makeDirectories, putDirectory, putFile, putLink, readText, removeTree, writeText } from './place.ts';
export { programOf } from './program-of.ts';
export { download, reaches } from './reach.ts';
