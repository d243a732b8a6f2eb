// Archives of images and file systems: what `docker save` and `docker export` write, and what `docker load` and `docker import` read.
// Knows docker-archive, OCI layout and compression; refuses to know engines, files on the host and command lines.
export { layerBlob, layerOfBlob } from './blob.ts';
export { decompress } from './compression.ts';
export { type ArchivedContent, readContent } from './content.ts';
export { type ArchivedImage, readArchive } from './read.ts';
export { saveArchive, type ToSave } from './save.ts';
export { saveArchive2010 } from './save-2010.ts';
