import { DockerError } from '../../errors/index.ts';
import type { Tree } from '../../tree/index.ts';
import { archiveMembers } from '../files/archive-members.ts';
import { resolveWildcards } from '../files/content-digest.ts';
import { CopyError, copyPath } from '../files/fsutil-copy.ts';
import { cleanAbsolute, type Owner, PathError, ScratchTree } from '../files/scratch-tree.ts';
import { unpackInto } from '../files/unpack.ts';
import { hasWildcards } from '../files/wildcard.ts';
import { SolveError } from './error.ts';
import { fileOwner } from './user.ts';
import type { CopyAction, MkdirAction } from './vertex.ts';

/** Runs the actions of a file operation over `lower`. `sourceOf` gives the tree an action copies from. Throws SolveError. */
export function runFileActions(
  lower: Tree,
  actions: readonly (CopyAction | MkdirAction)[],
  sourceOf: (action: CopyAction) => Tree,
  now: number,
  mountPoint: string,
): Tree {
  const scratch = new ScratchTree(lower, now);
  for (const action of actions) {
    try {
      if (action.kind === 'mkdir') makeDirectory(scratch, action);
      else copy(scratch, sourceOf(action), action, mountPoint);
    } catch (error) {
      if (error instanceof PathError || error instanceof CopyError) throw new SolveError(error.message);
      if (error instanceof DockerError && error.code !== 'NotSimulated') throw new SolveError(error.message);
      throw error;
    }
  }
  return scratch.tree();
}

function makeDirectory(scratch: ScratchTree, { path, user }: MkdirAction): void {
  const owner = user === '' ? { uid: 0, gid: 0 } : fileOwner(scratch.tree(), user);
  scratch.mkdirAll(scratch.resolve(path), 0o755, owner);
}

function copy(scratch: ScratchTree, source: Tree, action: CopyAction, mountPoint: string): void {
  const owner = action.chown === '' ? undefined : fileOwner(scratch.tree(), action.chown);
  const paths = action.wildcards && hasWildcards(action.src) ? resolveWildcards(source, action.src, action.followLinks) : [action.src];
  for (const path of paths) {
    if (action.unpack && unpacked(scratch, source, path, action.dest, owner)) continue;
    copyPath(source, path, scratch, action.dest, {
      owner,
      mode: action.chmod,
      followLinks: action.followLinks,
      includes: action.includes,
      excludes: action.excludes,
      mountPoint,
    });
  }
}

/** ADD of a local archive. Source: buildkit solver/llbsolver/file/unpack.go. */
function unpacked(scratch: ScratchTree, source: Tree, path: string, dest: string, owner: Owner | undefined): boolean {
  const inode = source.at(cleanAbsolute(path));
  if (inode?.kind !== 'file') return false;
  const archive = archiveMembers(inode.body);
  if (archive === undefined) return false;
  if (archive.damage !== undefined) throw new SolveError(archive.damage.message);
  const target = scratch.resolve(cleanAbsolute(dest));
  scratch.mkdirAll(target, 0o755, owner ?? { uid: 0, gid: 0 });
  unpackInto(scratch, target, archive.entries, { owner });
  return true;
}
