import { DockerError } from '../../errors/index.ts';
import { entryOf, type TarEntry } from '../../layer/index.ts';
import type { Tree } from '../../tree/index.ts';
import { archiveMembers } from '../files/archive-members.ts';
import { classicOwner, OwnerError } from '../files/owner.ts';
import { cleanAbsolute, joinPath, type Owner, PathError, ScratchTree, splitPath } from '../files/scratch-tree.ts';
import { unpackInto } from '../files/unpack.ts';
import type { CopySource } from './sources.ts';

export interface ClassicCopy {
  readonly command: 'ADD' | 'COPY';
  readonly sources: readonly CopySource[];
  /** As written, after expansion. */
  readonly destination: string;
  readonly chown: string;
  /** `COPY --from` without `--chown`. */
  readonly keepOwners: boolean;
  readonly workingDir: string;
  /** Where the engine has the new layer mounted: texts of errors name it. */
  readonly mountPoint: string;
}

const ROOT_OWNER: Owner = { uid: 0, gid: 0 };

/** The tree after a COPY or ADD over `lower`. Throws DockerError. Source: moby builder/dockerfile/copy.go, internals.go performCopy. */
export function performCopy(lower: Tree, copy: ClassicCopy, now: number): Tree {
  const scratch = new ScratchTree(lower, now);
  const dest = copy.destination.startsWith('/') ? copy.destination : joined(copy.workingDir, copy.destination);
  const owner = ownerOf(lower, copy);
  try {
    for (const source of copy.sources) copyOne(scratch, source, dest, copy.keepOwners ? undefined : owner, copy.command === 'ADD');
  } catch (error) {
    if (!(error instanceof PathError)) throw error;
    const at = `${error.op} ${copy.mountPoint}${error.path === '/' ? '' : error.path}: ${error.reason}`;
    throw new DockerError('System', `failed to copy files: ${error.context}${at}`);
  }
  return scratch.tree();
}

function joined(workingDir: string, dest: string): string {
  const path = cleanAbsolute(`${workingDir}/${dest}`);
  return dest.endsWith('/') && path !== '/' ? `${path}/` : path;
}

function ownerOf(tree: Tree, { chown }: ClassicCopy): Owner {
  if (chown === '') return ROOT_OWNER;
  try {
    return classicOwner(tree, chown);
  } catch (error) {
    if (!(error instanceof OwnerError)) throw error;
    throw new DockerError('System', `unable to convert uid/gid chown string to host mapping: ${error.message}`);
  }
}

function copyOne(scratch: ScratchTree, source: CopySource, dest: string, owner: Owner | undefined, extract: boolean): void {
  const path = scratch.resolve(dest);
  const { inode } = source;
  if (inode.kind === 'dir') {
    within('failed to copy directory: ', () => copyDirectory(scratch, source, path, owner));
    return;
  }
  if (extract && inode.kind === 'file' && source.remote !== true) {
    const archive = archiveMembers(inode.body);
    if (archive !== undefined) {
      if (archive.damage !== undefined) throw new DockerError('System', `failed to copy files: ${archive.damage.message}`);
      if (scratch.lstat(path) === undefined) scratch.mkdirAll(path, 0o777 & ~0o022, ROOT_OWNER);
      else if (!scratch.isDir(path)) throw pivotError(path, scratch.now);
      unpackInto(scratch, path, archive.entries);
      return;
    }
  }
  const inside = dest.endsWith('/') || scratch.isDir(path);
  const target = inside ? joinPath(path, splitPath(`/${source.asked}`).name) : path;
  copyFile(scratch, source, target, owner);
}

/** The engine unpacks in a chroot that it makes inside the destination. */
function pivotError(path: string, now: number): PathError {
  const error = new PathError('mkdir', `${path}/.pivot_root${Math.floor(now * 1000) % 4_294_967_296}`, 'not a directory');
  error.context = 'error setting up pivot dir: ';
  return error;
}

function copyDirectory(scratch: ScratchTree, source: CopySource, path: string, owner: Owner | undefined): void {
  const existed = scratch.isDir(path);
  scratch.mkdirAll(path, 0o755, ROOT_OWNER);
  unpackInto(scratch, path, chowned(membersOf(source), owner), owner === undefined ? {} : { owner });
  if (owner !== undefined && !existed) scratch.setAttrs(path, owner);
}

/** Everything in a directory as archive members, hard links once. */
function* membersOf({ tree, inode }: CopySource): Generator<TarEntry> {
  const first = new Map<number, string>();
  for (const [path, below] of tree.walk(inode.ino)) {
    if (below.kind === 'socket') continue;
    const name = path.slice(1);
    const linkname = below.kind === 'dir' ? undefined : first.get(below.ino);
    const entry = entryOf(name, below);
    if (linkname !== undefined)
      yield { kind: 'hardlink', linkname, path: name, mode: entry.mode, uid: entry.uid, gid: entry.gid, mtime: entry.mtime };
    else yield entry;
    if (below.links.length > 1) first.set(below.ino, name);
  }
}

/** Changing the owner of a file afterwards takes its set-user-ID and set-group-ID bits, as chown(2) does. */
function* chowned(entries: Iterable<TarEntry>, owner: Owner | undefined): Generator<TarEntry> {
  for (const entry of entries) {
    if (owner === undefined || entry.kind !== 'file') yield entry;
    else yield { ...entry, mode: entry.mode & ((entry.mode & 0o010) !== 0 ? 0o1777 : 0o3777) };
  }
}

function copyFile(scratch: ScratchTree, source: CopySource, target: string, owner: Owner | undefined): void {
  const { dir, name } = splitPath(target);
  within('failed to create new directory: ', () => scratch.mkdirAll(dir, 0o755, owner ?? ROOT_OWNER));
  unpackInto(scratch, scratch.resolve(dir), chowned([entryOf(name, source.inode)], owner), owner === undefined ? {} : { owner });
}

function within(context: string, act: () => void): void {
  try {
    act();
  } catch (error) {
    if (error instanceof PathError) error.context = context + error.context;
    throw error;
  }
}
