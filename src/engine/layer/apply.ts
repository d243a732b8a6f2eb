import { type Ino, type NewInode, ROOT, type Tree, TreeEdit } from '../tree/index.ts';
import { OPAQUE, type TarEntry, WHITEOUT } from './entry.ts';

/** An entry of a layer cannot be applied: its path leaves the root, or a hard link leads nowhere. */
export class LayerError extends Error {}

/**
 * The tree after unpacking a layer over `lower`. Whiteouts concern `lower` only, wherever they stand in the archive; missing
 * parent directories are made (0755, root). Symbolic links in the way are replaced, never followed, so that no entry can leave the root.
 * Source: image-spec layer.md, "Applying Changesets".
 */
export function apply(lower: Tree, entries: readonly TarEntry[]): Tree {
  const edit = new TreeEdit(lower);
  for (const entry of entries) removeWhiteout(edit, entry);
  for (const entry of entries) {
    const { names, name } = split(entry.path);
    if (name === undefined) continue;
    if (name.startsWith(WHITEOUT)) continue;
    place(edit, parentFor(edit, names), name, entry);
  }
  return edit.tree();
}

function split(path: string): { names: string[]; name: string | undefined } {
  const names = path.split('/').filter((part) => part !== '' && part !== '.');
  if (names.includes('..')) throw new LayerError(`invalid path in layer: ${path}`);
  return { name: names.pop(), names };
}

function removeWhiteout(edit: TreeEdit, entry: TarEntry): void {
  const { names, name } = split(entry.path);
  if (name === undefined || !name.startsWith(WHITEOUT)) return;
  let dir: Ino = ROOT;
  for (const part of names) {
    const next = edit.child(dir, part);
    if (next?.kind !== 'dir') return;
    dir = next.ino;
  }
  const parent = edit.get(dir);
  if (parent?.kind !== 'dir') return;
  const targets = name === OPAQUE ? [...parent.entries.keys()] : [name.slice(WHITEOUT.length)];
  for (const target of targets) if (edit.child(dir, target) !== undefined) edit.removeAll(dir, target);
}

function parentFor(edit: TreeEdit, names: readonly string[]): Ino {
  let dir: Ino = ROOT;
  for (const name of names) {
    const next = edit.child(dir, name);
    if (next?.kind === 'dir') dir = next.ino;
    else {
      if (next !== undefined) edit.unlink(dir, name);
      dir = edit.create(dir, name, { kind: 'dir', mode: 0o755, uid: 0, gid: 0, mtime: 0 } as NewInode);
    }
  }
  return dir;
}

function place(edit: TreeEdit, parent: Ino, name: string, entry: TarEntry): void {
  const old = edit.child(parent, name);
  const { mode, uid, gid, mtime, xattrs } = entry;
  const attrs = { mode, uid, gid, mtime, ...(xattrs === undefined ? {} : { xattrs }) };
  if (old?.kind === 'dir' && entry.kind === 'dir') {
    edit.patch(old.ino, attrs);
    return;
  }
  if (entry.kind === 'hardlink') {
    const target = edit.tree().at(`/${entry.linkname}`);
    if (target === undefined || target.kind === 'dir')
      throw new LayerError(`invalid hardlink in layer: ${entry.path} -> ${entry.linkname}`);
    if (old?.ino === target.ino) return;
    if (old !== undefined) edit.removeAll(parent, name);
    edit.link(target.ino, parent, name);
    return;
  }
  if (old !== undefined) edit.removeAll(parent, name);
  edit.create(parent, name, contentOf(entry, attrs));
}

function contentOf(entry: Exclude<TarEntry, { kind: 'hardlink' }>, attrs: Pick<TarEntry, 'mode' | 'uid' | 'gid' | 'mtime'>): NewInode {
  switch (entry.kind) {
    case 'file':
      return { kind: 'file', body: entry.body, ...attrs };
    case 'symlink':
      return { kind: 'symlink', target: entry.linkname, ...attrs };
    case 'char':
    case 'block':
      return { kind: entry.kind, major: entry.major, minor: entry.minor, ...attrs };
    case 'dir':
      return { kind: 'dir', ...attrs } as NewInode;
    default:
      return { kind: 'fifo', ...attrs };
  }
}
