// Trees: file systems as immutable values that share structure.
// Knows inodes, names and bodies; refuses to know processes, permissions checks, layers or archives.
export {
  appendBody,
  type Body,
  bytesBody,
  emptyBody,
  generatedBody,
  PIECE,
  pieces,
  readBody,
  resizeBody,
  sameBody,
  textBody,
  writeBody,
  zeroBody,
} from './body.ts';
export { joinBytes } from './bytes.ts';
export { type NewInode, TreeEdit } from './edit.ts';
export { type Attrs, type Content, type Ino, type Inode, type InodeOf, type Kind, type Link, ROOT } from './inode.ts';
export { PMap } from './pmap.ts';
export { climbsOut, type Resolved, resolveIn, resolvePath } from './resolve.ts';
export { compareNames, Tree } from './tree.ts';
export { concatBodies, isInMemory, sliceBody } from './views.ts';
