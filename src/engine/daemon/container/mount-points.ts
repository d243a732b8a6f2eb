import type { FileSystem } from '../../kernel/index.ts';
import { emptyBody, type Ino, ROOT, resolvePath, type Tree, TreeEdit } from '../../tree/index.ts';
import { makeDirs } from './init-layer.ts';
import type { ContainerMount } from './runtime-mounts.ts';

/**
 * The container's tree with a directory (or file, for a bound file) at every mount point, as the runtime makes them. A point inside another
 * mount is made there, and so in a volume or on the host. `mounts` shorter paths first.
 */
export function withMountPoints(tree: Tree, mounts: readonly ContainerMount[], now: number): Tree {
  const edit = new TreeEdit(tree);
  for (const mount of mounts) {
    const above = mounts
      .filter((other) => other !== mount && !other.file && mount.path.startsWith(`${other.path}/`))
      .sort((a, b) => b.path.length - a.path.length)[0];
    if (above === undefined) inTree(edit, mount, now);
    else inMount(above.fs, above.root ?? ROOT, mount.path.slice(above.path.length), mount.file, now);
  }
  return edit.tree();
}

function inTree(edit: TreeEdit, { path, file }: ContainerMount, now: number): void {
  if (resolvePath(edit.tree(), path)?.inode !== undefined) return;
  if (!file) {
    makeDirs(edit, path, now);
    return;
  }
  const slash = path.lastIndexOf('/');
  const parent = makeDirs(edit, path.slice(0, slash), now);
  if (parent !== undefined)
    edit.create(parent, path.slice(slash + 1), { kind: 'file', body: emptyBody, mode: 0o755, uid: 0, gid: 0, mtime: now });
}

function inMount(fs: FileSystem, root: Ino, path: string, file: boolean, now: number): void {
  const parts = path.split('/').filter((part) => part !== '');
  const last = parts.pop();
  let dir = root;
  const meta = { mode: 0o755, uid: 0, gid: 0, mtime: now };
  for (const part of parts) {
    const there = fs.child(dir, part);
    if (there !== undefined && there.kind !== 'dir') return;
    dir = there?.ino ?? fs.create(dir, part, { kind: 'dir', ...meta });
  }
  if (last === undefined || fs.child(dir, last) !== undefined) return;
  fs.create(dir, last, file ? { kind: 'file', body: emptyBody, ...meta } : { kind: 'dir', ...meta });
}
