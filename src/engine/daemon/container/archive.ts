import type { Container } from '../../container/index.ts';
import { DockerError } from '../../errors/index.ts';
import { FileSystem } from '../../kernel/index.ts';
import { entryOf, type TarEntry } from '../../layer/index.ts';
import { resolveUser, UnknownUser } from '../../runtime/index.ts';
import { type Ino, type Inode, type NewInode, resolvePath, type Tree } from '../../tree/index.ts';
import type { Daemon } from '../daemon.ts';
import { containerEvent } from '../events/index.ts';
import { volumeFiles } from '../volume/volumes.ts';
import { changeContainer } from './find.ts';
import { mountedVolumes, unmountedVolumes } from './outside.ts';

/** What is at a path of a container. */
export interface PathStat {
  /** Last component of the path as asked for. */
  readonly name: string;
  readonly inode: Inode;
  /** Where a symbolic link at the end leads, absolute. */
  readonly target: string | undefined;
}

interface Files {
  readonly fs: FileSystem;
  /** Keeps what was changed. */
  save(): void;
}

/** The file system that a container's path lies in, and the path there: its own, or a mounted volume or host directory. */
function locate(daemon: Daemon, container: Container, path: string): { files: Files; path: string } {
  const mount = container.mounts
    .filter(({ Destination, Type }) => Type !== 'tmpfs' && (path === Destination || path.startsWith(`${Destination}/`)))
    .sort((a, b) => b.Destination.length - a.Destination.length)[0];
  if (mount !== undefined) {
    const inside = path.slice(mount.Destination.length) || '/';
    const volume = mount.Type === 'volume';
    const fs = volume ? volumeFiles(daemon, mount.Name!) : daemon.hostFiles;
    return { files: { fs, save: () => {} }, path: volume ? inside : `${mount.Source}${inside === '/' ? '' : inside}` };
  }
  const live = daemon.live.get(container.id);
  if (live !== undefined) return { files: { fs: live.root, save: () => {} }, path };
  const fs = new FileSystem({ type: 'overlay', tree: container.tree, lower: container.lower });
  return { files: { fs, save: () => changeContainer(daemon, container.id, { tree: fs.tree() }) }, path };
}

const clean = (path: string): string =>
  `/${path
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/')}`;

/** What stands at a path of a container; undefined when nothing does. Links above the last component are taken. */
export function statPath(daemon: Daemon, container: Container, path: string): PathStat | undefined {
  const { files, path: inside } = locate(daemon, container, clean(path));
  const tree = files.fs.tree();
  const found = resolvePath(tree, inside, /\/\.?$/.test(path));
  if (found?.inode === undefined) return undefined;
  const name = clean(path).split('/').at(-1)!;
  const target = found.inode.kind === 'symlink' ? resolvePath(tree, inside)?.path : undefined;
  return { name, inode: found.inode, target };
}

/**
 * Archive members for what is at a path, named from its last component on (`.` for a path that ends in `/.`). Throws NotFound with the
 * engine's text. Source: moby daemon/archive.go.
 */
export function readPath(daemon: Daemon, container: Container, ref: string, path: string): TarEntry[] {
  const { files, path: inside } = locate(daemon, container, clean(path));
  const tree = files.fs.tree();
  const found = resolvePath(tree, inside, /\/\.?$/.test(path));
  if (found?.inode === undefined) throw new DockerError('NotFound', `Could not find the file ${path} in container ${ref}`);
  if (/\/\.?$/.test(path) && found.inode.kind !== 'dir') throw new DockerError('System', `lstat ${path}: not a directory`);
  mountedVolumes(daemon, container);
  containerEvent(daemon, container, 'archive-path');
  unmountedVolumes(daemon, container);
  const name = clean(path).split('/').at(-1) || '/';
  if (found.inode.kind === 'dir' && (/\/\.$/.test(path) || name === '/')) return membersOf(tree, found.inode, '.');
  return membersOf(tree, found.inode, name === '/' ? '' : name);
}

/** Members of a directory or a single file under a name; links of one file become hard links. */
export function membersOf(tree: Tree, inode: Inode, name: string): TarEntry[] {
  const seen = new Map<Ino, string>();
  const out: TarEntry[] = [];
  const add = (path: string, at: Inode): void => {
    const first = seen.get(at.ino);
    if (at.kind === 'socket') return;
    const entry = entryOf(path, at);
    if (first !== undefined && at.kind !== 'dir')
      out.push({ kind: 'hardlink', linkname: first, path, mode: entry.mode, uid: entry.uid, gid: entry.gid, mtime: entry.mtime });
    else out.push(entry);
    seen.set(at.ino, path);
  };
  if (name !== '') add(name, inode);
  if (inode.kind === 'dir') for (const [below, at] of tree.walk(inode.ino)) add(name === '' ? below.slice(1) : `${name}${below}`, at);
  return out;
}

/**
 * Unpacks members into a directory of a container. Throws NotFound when it is missing, and InvalidArgument where a directory would
 * replace something else or the reverse. Nothing can leave the directory. Members keep their owners; with `asUser` they belong to the
 * container's own user, when it has one.
 */
export function writePath(
  daemon: Daemon,
  container: Container,
  ref: string,
  dir: string,
  entries: readonly TarEntry[],
  asUser = false,
): void {
  const { files, path: inside } = locate(daemon, container, clean(dir));
  const { fs } = files;
  const found = resolvePath(fs.tree(), inside)?.inode;
  if (found === undefined) throw new DockerError('NotFound', `Could not find the file ${dir} in container ${ref}`);
  if (found.kind !== 'dir') throw new DockerError('InvalidArgument', `extraction point is not a directory`);
  if (container.hostConfig.ReadonlyRootfs && files.fs.type === 'overlay')
    throw new DockerError('PermissionDenied', 'container rootfs is marked read-only');
  const owner = asUser ? userOf(daemon, container) : undefined;
  const owned = owner === undefined ? entries : entries.map((entry) => ({ ...entry, ...owner }));
  if (daemon.live.has(container.id)) refuseMountPoints(container, clean(dir), entries);
  unpackInto(fs, found.ino, owned, daemon.now());
  files.save();
  mountedVolumes(daemon, container);
  containerEvent(daemon, container, 'extract-to-dir');
  unmountedVolumes(daemon, container);
}

/** Files that the engine mounts into every running container. */
const ENGINE_FILES = ['/etc/hostname', '/etc/hosts', '/etc/resolv.conf'];

/** What is a mount point of a running container cannot be replaced. */
function refuseMountPoints(container: Container, dir: string, entries: readonly TarEntry[]): void {
  const points = [...ENGINE_FILES, ...container.mounts.map(({ Destination }) => Destination)];
  const busy = entries.find((entry) => entry.kind !== 'dir' && points.includes(clean(`${dir}/${entry.path}`)));
  if (busy !== undefined) throw new DockerError('System', `RemoveAll ${busy.path}: device or resource busy`);
}

/** Who a container runs as; undefined when nothing says. */
function userOf(daemon: Daemon, container: Container): { uid: number; gid: number } | undefined {
  const user = container.config.User ?? '';
  if (user === '') return undefined;
  try {
    const { uid, gid } = resolveUser(daemon.live.get(container.id)?.root.tree() ?? container.tree, user);
    return { uid, gid };
  } catch (error) {
    if (!(error instanceof UnknownUser)) throw error;
    const [, kind, name] = /^unable to find (user|group) ([^:]*)/.exec(error.message) ?? [];
    throw new DockerError(
      'System',
      `failed to look up ${kind} "${name}" in container: no matching entries in ${kind === 'user' ? 'passwd' : 'group'} file`,
    );
  }
}

/** Unpacks members into a directory of any file system. */
export function unpackInto(fs: FileSystem, root: Ino, entries: readonly TarEntry[], now: number): void {
  const made = new Map<string, Ino>([['', root]]);
  const dirFor = (path: string): Ino => {
    const known = made.get(path);
    if (known !== undefined) return known;
    const slash = path.lastIndexOf('/');
    const parent = dirFor(slash < 0 ? '' : path.slice(0, slash));
    const name = path.slice(slash + 1);
    const there = fs.child(parent, name);
    const ino = there?.kind === 'dir' ? there.ino : fs.create(parent, name, { kind: 'dir', mode: 0o755, uid: 0, gid: 0, mtime: now });
    made.set(path, ino);
    return ino;
  };
  for (const entry of entries) {
    const parts = entry.path.split('/').filter((part) => part !== '' && part !== '.');
    if (parts.includes('..')) throw new DockerError('InvalidArgument', `invalid path in archive: ${entry.path}`);
    const name = parts.pop();
    if (name === undefined) continue;
    const path = [...parts, name].join('/');
    placeEntry(fs, dirFor(parts.join('/')), name, entry, (linkname) => fileAt(fs, root, linkname), now);
    const there = fs.child(dirFor(parts.join('/')), name);
    if (there?.kind === 'dir') made.set(path, there.ino);
  }
}

function fileAt(fs: FileSystem, root: Ino, path: string): Inode | undefined {
  let at: Inode | undefined = fs.get(root);
  for (const part of path.split('/').filter((name) => name !== '' && name !== '.'))
    at = at === undefined ? undefined : fs.child(at.ino, part);
  return at;
}

function placeEntry(
  fs: FileSystem,
  parent: Ino,
  name: string,
  entry: TarEntry,
  find: (path: string) => Inode | undefined,
  now: number,
): void {
  const { mode, uid, gid, mtime } = entry;
  const old = fs.child(parent, name);
  if (old?.kind === 'dir' && entry.kind === 'dir') {
    fs.setAttrs(old.ino, { mode, uid, gid, mtime });
    return;
  }
  if (old !== undefined && (old.kind === 'dir') !== (entry.kind === 'dir')) {
    const what = old.kind === 'dir' ? ['directory', 'non-directory'] : ['non-directory', 'directory'];
    throw new DockerError('InvalidArgument', `cannot overwrite ${what[0]} "/${entry.path}" with ${what[1]} "/"`);
  }
  if (old !== undefined) fs.unlink(parent, name, now);
  if (entry.kind === 'hardlink') {
    const target = find(entry.linkname);
    if (target === undefined || target.kind === 'dir')
      throw new DockerError('InvalidArgument', `invalid hardlink "${entry.path}" -> "${entry.linkname}"`);
    fs.link(target.ino, parent, name, now);
    return;
  }
  fs.create(parent, name, newInode(entry));
}

function newInode(entry: Exclude<TarEntry, { kind: 'hardlink' }>): NewInode {
  const { mode, uid, gid, mtime } = entry;
  const attrs = { mode, uid, gid, mtime };
  if (entry.kind === 'file') return { kind: 'file', body: entry.body, ...attrs };
  if (entry.kind === 'symlink') return { kind: 'symlink', target: entry.linkname, ...attrs };
  if (entry.kind === 'char' || entry.kind === 'block') return { kind: entry.kind, major: entry.major, minor: entry.minor, ...attrs };
  return { kind: entry.kind, ...attrs };
}
