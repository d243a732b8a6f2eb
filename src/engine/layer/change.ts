import { compareNames, type Ino, type Inode, ROOT, type Tree } from '../tree/index.ts';
import { touchedInodes } from './touched.ts';

/**
 * One difference between two trees. `opaque`: a directory stands where another entry (or a removed and made-again directory)
 * stood, or the directory is marked so; nothing of the lower one shines through and everything inside is listed as added.
 */
export type Change =
  | { readonly kind: 'added' | 'modified'; readonly path: string; readonly inode: Inode; readonly opaque?: true }
  | { readonly kind: 'deleted'; readonly path: string };

/**
 * What overlayfs would hold in the upper directory: everything that edits touched, even to equal content, with the
 * directories that lead there. `upper` must come from `lower` by edits (or `lower` be empty). Paths are absolute, in archive
 * order: a directory before what it holds, names in byte order. The root itself is never listed. Costs what changed.
 * Source: Linux Documentation/filesystems/overlayfs.rst; moby pkg/archive.
 */
export function diff(lower: Tree, upper: Tree): Change[] {
  if (lower === upper) return [];
  const touched = touchedInodes(lower, upper, (old, inode) => old === undefined || !onlyFewerLinks(old, inode));
  const out: Change[] = [];
  compareDirs(ROOT, ROOT, '');
  return out;

  function compareDirs(lowerDir: Ino | undefined, upperDir: Ino, prefix: string): void {
    const below = lowerDir === undefined ? undefined : lower.dir(lowerDir);
    const above = upper.dir(upperDir)!;
    const names = new Set(above.entries.keys());
    if (below !== undefined && below.entries !== above.entries) for (const name of below.entries.keys()) names.add(name);
    for (const name of [...names].sort(compareNames)) {
      const path = `${prefix}/${name}`;
      const ino = above.entries.get(name);
      const old = below?.entries.get(name);
      if (ino === undefined) out.push({ kind: 'deleted', path });
      else if (below === undefined || ino !== old || touched.has(ino)) compareEntry(path, ino, old);
    }
  }

  function compareEntry(path: string, ino: Ino, oldIno: Ino | undefined): void {
    const inode = upper.get(ino)!;
    const old = oldIno === undefined ? undefined : lower.get(oldIno);
    const kind = old === undefined ? 'added' : 'modified';
    if (inode.kind !== 'dir') {
      if (old === undefined || ino !== oldIno || !onlyLinksDiffer(old, inode)) out.push({ kind, path, inode });
      return;
    }
    const merged = oldIno === ino;
    out.push({ kind, path, inode, ...(!merged && (old !== undefined || inode.opaque) ? { opaque: true as const } : {}) });
    compareDirs(merged ? ino : undefined, ino, path);
  }
}

/** Some hard links of a file went (by removal, or because another name was copied up), nothing else. */
const onlyFewerLinks = (old: Inode, inode: Inode): boolean =>
  inode.kind !== 'dir' && inode.links.length < old.links.length && onlyLinksDiffer(old, inode);

/** A hard link elsewhere came or went, nothing else: the inode was not copied up. */
function onlyLinksDiffer(a: Inode, b: Inode): boolean {
  if (a === b) return true;
  if (a.links === b.links || a.kind !== b.kind) return false;
  const content = a.kind === 'file' && b.kind === 'file' ? a.body === b.body : true;
  return content && a.mode === b.mode && a.uid === b.uid && a.gid === b.gid && a.mtime === b.mtime && a.xattrs === b.xattrs;
}
