import { type Ino, type Inode, type NewInode, ROOT, type Tree, TreeEdit } from '../tree/index.ts';
import { OPAQUE, type TarEntry, WHITEOUT } from './entry.ts';

/** An entry of a layer cannot be applied: its path leaves the root, or a hard link leads nowhere. */
export class LayerError extends Error {}

const MAX_LINKS = 40;

/**
 * The tree after unpacking a layer over `lower`. Whiteouts concern `lower` only, wherever they stand in the archive; missing
 * parent directories are made (0755, root). Symbolic links in parent paths are taken inside the root, as in a chroot, so that no entry can
 * leave it. Throws LayerError with Docker's texts. Source: image-spec layer.md, "Applying Changesets"; moby go-archive diff.go.
 */
export function apply(lower: Tree, entries: readonly TarEntry[]): Tree {
  const edit = new TreeEdit(lower);
  const directories = new Set(
    entries
      .filter(({ kind }) => kind === 'dir')
      .map(({ path }) => split(path))
      .map(({ names, name }) => [...names, name].join('/')),
  );
  for (const entry of entries) removeWhiteout(edit, entry, directories);
  for (const entry of entries) {
    const { names, name } = split(entry.path);
    if (name === undefined) continue;
    if (name.startsWith(WHITEOUT)) continue;
    place(edit, resolveDir(edit, names, true)!, name, entry);
  }
  return edit.tree();
}

function split(path: string): { names: string[]; name: string | undefined } {
  const names = path.split('/').filter((part) => part !== '' && part !== '.');
  if (names.includes('..')) throw new LayerError(`invalid entry name ${JSON.stringify(path)}`);
  return { name: names.pop(), names };
}

/** Removes what a whiteout names. A link that the layer itself replaces by one of its `directories` is not taken: what it led to stays. */
function removeWhiteout(edit: TreeEdit, entry: TarEntry, directories: ReadonlySet<string>): void {
  const { names, name } = split(entry.path);
  if (name === undefined || !name.startsWith(WHITEOUT)) return;
  for (let depth = 1; depth <= names.length; depth++) {
    const parents = resolveDir(edit, names.slice(0, depth - 1), false);
    const replaced = parents === undefined ? undefined : edit.child(parents, names[depth - 1]!);
    if (replaced?.kind === 'symlink' && directories.has(names.slice(0, depth).join('/'))) return;
  }
  const dir = resolveDir(edit, names, false);
  const parent = dir === undefined ? undefined : edit.get(dir);
  if (dir === undefined || parent?.kind !== 'dir') return;
  const targets = name === OPAQUE ? [...parent.entries.keys()] : [name.slice(WHITEOUT.length)];
  for (const target of targets) if (edit.child(dir, target) !== undefined) edit.removeAll(dir, target);
}

/** The directory that names lead to from the root, links taken. With `make` what is missing is made, and a file in the way replaced. */
function resolveDir(edit: TreeEdit, names: readonly string[], make: boolean): Ino | undefined {
  const pending = [...names].reverse();
  let stack: Ino[] = [ROOT];
  for (let links = 0; pending.length > 0; ) {
    const name = pending.pop()!;
    const dir = stack.at(-1)!;
    const next = edit.child(dir, name);
    if (name === '..') {
      if (stack.length > 1) stack.pop();
    } else if (next?.kind === 'dir') stack.push(next.ino);
    else if (next?.kind === 'symlink') {
      if (++links > MAX_LINKS) throw new LayerError(`open ${names.join('/')}: too many levels of symbolic links`);
      if (next.target.startsWith('/')) stack = [ROOT];
      pending.push(
        ...next.target
          .split('/')
          .filter((part) => part !== '' && part !== '.')
          .reverse(),
      );
    } else if (!make) return undefined;
    else {
      if (next !== undefined) edit.unlink(dir, name);
      stack.push(edit.create(dir, name, { kind: 'dir', mode: 0o755, uid: 0, gid: 0, mtime: 0 } as NewInode));
    }
  }
  return stack.at(-1)!;
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
    const target = linked(edit, entry);
    if (old?.ino === target.ino) return;
    if (old !== undefined) edit.removeAll(parent, name);
    edit.link(target.ino, parent, name);
    return;
  }
  if (old !== undefined) edit.removeAll(parent, name);
  edit.create(parent, name, contentOf(entry, attrs));
}

/** The file that a hard link is another name of. */
function linked(edit: TreeEdit, { path, linkname }: Extract<TarEntry, { kind: 'hardlink' }>): Inode {
  const parts = linkname.split('/').filter((part) => part !== '' && part !== '.');
  if (parts.includes('..')) throw new LayerError(`invalid hardlink target ${JSON.stringify(linkname)}`);
  const name = parts.pop();
  const dir = resolveDir(edit, parts, false);
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
