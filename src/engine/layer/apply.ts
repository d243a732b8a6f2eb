import { type Ino, type Inode, type NewInode, ROOT, type Tree, TreeEdit } from '../tree/index.ts';
import { OPAQUE, type TarEntry, WHITEOUT } from './entry.ts';

/** An entry of a layer cannot be applied: its path leaves the root, or a hard link leads nowhere. */
export class LayerError extends Error {}

const MAX_LINKS = 40;
/** Linux's limits on a path and on a name in it. */
const MAX_PATH = 4095;
const MAX_NAME = 255;

/**
 * The tree after unpacking a layer over `lower`. Whiteouts concern `lower` only, wherever they stand in the archive; missing
 * parent directories are made (0755, root). The layer's own symbolic links in parent paths are taken inside the root, as in a chroot, so that
 * no entry can leave it; those of `lower` are replaced by directories. Throws LayerError with Docker's texts. Source: image-spec layer.md, "Applying Changesets"; moby go-archive diff.go.
 */
export function apply(lower: Tree, entries: readonly TarEntry[]): Tree {
  const edit = new TreeEdit(lower);
  for (const entry of entries) removeWhiteout(edit, entry);
  for (const entry of entries) {
    const { names, name } = split(entry.path);
    if (name === undefined) continue;
    const dir = resolveDir(edit, names, lower)!;
    if (!name.startsWith(WHITEOUT)) place(edit, dir, name, entry, lower);
  }
  return edit.tree();
}

function split(path: string): { names: string[]; name: string | undefined } {
  const names = path.split('/').filter((part) => part !== '' && part !== '.');
  if (names.includes('..')) throw new LayerError(`invalid entry name ${JSON.stringify(path)}`);
  if (path.length > MAX_PATH || names.some((part) => part.length > MAX_NAME))
    throw new LayerError(`openat ${path.slice(0, 100)}…: file name too long`);
  return { name: names.pop(), names };
}

/** Removes what a whiteout names. Links of the layers below are not taken: what they lead to stays. */
function removeWhiteout(edit: TreeEdit, entry: TarEntry): void {
  const { names, name } = split(entry.path);
  if (name === undefined || !name.startsWith(WHITEOUT)) return;
  for (let depth = 1; depth <= names.length; depth++) {
    const parents = resolveDir(edit, names.slice(0, depth - 1));
    if (parents !== undefined && edit.child(parents, names[depth - 1]!)?.kind === 'symlink') return;
  }
  const dir = resolveDir(edit, names);
  const parent = dir === undefined ? undefined : edit.get(dir);
  if (dir === undefined || parent?.kind !== 'dir') return;
  const targets = name === OPAQUE ? [...parent.entries.keys()] : [name.slice(WHITEOUT.length)];
  for (const target of targets) {
    const old = edit.child(dir, target);
    if (old !== undefined) take(edit, dir, target, old);
  }
}

/** Takes a name away. What has other names keeps its count: the layer that holds it does not change. */
function take(edit: TreeEdit, parent: Ino, name: string, old: Inode): void {
  edit.removeAll(parent, name);
  if (old.kind !== 'dir' && old.links.length > 1) edit.patch(old.ino, { spread: (old.spread ?? 0) + 1 });
}

/**
 * The directory that names lead to from the root, links taken. With `lower` it is where an entry goes: what is missing is made, and what is in
 * the way replaced, as are links of the layers below, which whoever unpacks a layer does not see. Throws LayerError for links out of the root.
 */
function resolveDir(edit: TreeEdit, names: readonly string[], lower?: Tree): Ino | undefined {
  const pending = [...names].reverse();
  let stack: Ino[] = [ROOT];
  let trail: string[] = [];
  for (let links = 0; pending.length > 0; ) {
    const name = pending.pop()!;
    const dir = stack.at(-1)!;
    const next = edit.child(dir, name);
    if (name === '..') {
      if (stack.length > 1) stack.pop();
      trail.pop();
    } else if (next?.kind === 'dir') {
      if (lower?.get(next.ino) !== undefined && next.spread === undefined) edit.patch(next.ino, { spread: 1 });
      stack.push(next.ino);
      trail.push(name);
    } else if (next?.kind === 'symlink' && (lower === undefined || lower.get(next.ino)?.kind !== 'symlink')) {
      if (lower !== undefined && climbsOut(next.target, stack.length - 1))
        throw new LayerError(`statat ${[...trail, name].join('/')}: path escapes from parent`);
      if (++links > MAX_LINKS) throw new LayerError(`open ${names.join('/')}: too many levels of symbolic links`);
      if (next.target.startsWith('/')) {
        stack = [ROOT];
        trail = [];
      }
      pending.push(
        ...next.target
          .split('/')
          .filter((part) => part !== '' && part !== '.')
          .reverse(),
      );
    } else if (lower === undefined) return undefined;
    else {
      if (next !== undefined) edit.unlink(dir, name);
      stack.push(edit.create(dir, name, { kind: 'dir', mode: 0o755, uid: 0, gid: 0, mtime: 0 } as NewInode));
      trail.push(name);
    }
  }
  return stack.at(-1)!;
}

/** Whether a link in a directory `depth` levels below the root leads above it. An absolute one begins at the root. */
function climbsOut(target: string, depth: number): boolean {
  if (target.startsWith('/')) return false;
  let at = depth;
  for (const part of target.split('/')) {
    if (part === '..') at--;
    else if (part !== '' && part !== '.') at++;
    if (at < 0) return true;
  }
  return false;
}

function place(edit: TreeEdit, parent: Ino, name: string, entry: TarEntry, lower: Tree): void {
  const old = edit.child(parent, name);
  const { mode, uid, gid, mtime, xattrs } = entry;
  const attrs = { mode, uid, gid, mtime, ...(xattrs === undefined ? {} : { xattrs }) };
  if (old?.kind === 'dir' && entry.kind === 'dir') {
    edit.patch(old.ino, lower.get(old.ino) === undefined ? attrs : { ...attrs, spread: 1 });
    return;
  }
  if (entry.kind === 'hardlink') {
    const target = linked(edit, entry);
    if (old?.ino === target.ino) return;
    if (old !== undefined) take(edit, parent, name, old);
    edit.link(target.ino, parent, name);
    return;
  }
  if (old !== undefined) take(edit, parent, name, old);
  edit.create(parent, name, contentOf(entry, attrs));
}

/** The file that a hard link is another name of. */
function linked(edit: TreeEdit, { path, linkname }: Extract<TarEntry, { kind: 'hardlink' }>): Inode {
  const parts = linkname.split('/').filter((part) => part !== '' && part !== '.');
  if (parts.includes('..')) throw new LayerError(`invalid hardlink target ${JSON.stringify(linkname)}`);
  const name = parts.pop();
  const dir = resolveDir(edit, parts);
  const target = name === undefined || dir === undefined ? undefined : edit.child(dir, name);
  if (target === undefined) throw new LayerError(`linkat ${linkname} ${path}: no such file or directory`);
  if (target.kind === 'dir') throw new LayerError(`linkat ${linkname} ${path}: operation not permitted`);
  return target;
}

function contentOf(entry: Exclude<TarEntry, { kind: 'hardlink' }>, attrs: Pick<TarEntry, 'mode' | 'uid' | 'gid' | 'mtime'>): NewInode {
  switch (entry.kind) {
    case 'file':
      return { kind: 'file', body: entry.body, ...attrs };
    case 'symlink':
      return { kind: 'symlink', target: entry.linkname, ...attrs, mode: 0o777 };
    case 'char':
    case 'block':
      return { kind: entry.kind, major: entry.major, minor: entry.minor, ...attrs };
    case 'dir':
      return { kind: 'dir', ...attrs } as NewInode;
    default:
      return { kind: 'fifo', ...attrs };
  }
}
