import { emptyBody, type NewInode, ROOT, resolvePath, type Tree, TreeEdit } from '../../tree/index.ts';

type Point = readonly [path: string, kind: 'dir' | 'file' | 'link'];

const POINTS: readonly Point[] = [
  ['/dev/pts', 'dir'],
  ['/dev/shm', 'dir'],
  ['/proc', 'dir'],
  ['/sys', 'dir'],
  ['/.dockerenv', 'file'],
  ['/etc/resolv.conf', 'file'],
  ['/etc/hosts', 'file'],
  ['/etc/hostname', 'file'],
  ['/dev/console', 'file'],
  ['/etc/mtab', 'link'],
];

/**
 * An image's tree with the engine's own mount points added: what a container's layer stands on. It is part of `docker export`,
 * but never of `docker diff` or `docker commit`. Source: moby daemon/initlayer/setup_unix.go.
 */
export function withInitLayer(tree: Tree, now: number): Tree {
  const edit = new TreeEdit(tree);
  const meta = { mode: 0o755, uid: 0, gid: 0, mtime: now };
  for (const [path, kind] of POINTS) {
    const slash = path.lastIndexOf('/');
    const parent = makeDirs(edit, path.slice(0, slash), now);
    const name = path.slice(slash + 1);
    if (parent === undefined || edit.child(parent, name) !== undefined) continue;
    const made: NewInode =
      kind === 'dir'
        ? { kind, ...meta }
        : kind === 'file'
          ? { kind, body: emptyBody, ...meta }
          : { kind: 'symlink', target: '/proc/mounts', ...meta, mode: 0o777 };
    edit.create(parent, name, made);
  }
  for (const path of ['/dev', '/etc']) {
    const held = tree.at(path);
    if (held?.kind === 'dir') edit.patch(held.ino, { spread: 1 });
  }
  return edit.tree();
}

/** Makes a directory and those above it (0755, root), taking links; its inode, or undefined when something else stands in the way. */
export function makeDirs(edit: TreeEdit, path: string, now: number): number | undefined {
  let at = '';
  let dir = ROOT;
  for (const part of path.split('/')) {
    if (part === '') continue;
    const found = resolvePath(edit.tree(), `${at}/${part}`);
    if (found === undefined) return undefined;
    at = found.path === '/' ? '' : found.path;
    if (found.inode === undefined) {
      const slash = at.lastIndexOf('/');
      const parent = edit.tree().at(at.slice(0, slash) || '/');
      if (parent?.kind !== 'dir') return undefined;
      dir = edit.create(parent.ino, at.slice(slash + 1), { kind: 'dir', mode: 0o755, uid: 0, gid: 0, mtime: now });
    } else if (found.inode.kind === 'dir') dir = found.inode.ino;
    else return undefined;
  }
  return dir;
}
