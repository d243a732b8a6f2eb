import { diff, packEntries } from '../layer/index.ts';
import { tarBody } from '../tar/index.ts';
import { type Body, Tree } from '../tree/index.ts';

/** A whole file system as an archive: `docker export`. */
export const exportArchive = (tree: Tree): Body => tarBody(packEntries(diff(Tree.empty(), tree)));
