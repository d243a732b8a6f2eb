import { compareNames, type Inode, type Tree } from '../tree/index.ts';
import type { Change } from './change.ts';
import { touchedInodes } from './touched.ts';

/**
 * The differences between two trees by what stat tells: kind, mode, owner, device numbers, and for anything but a directory size and
 * modification time. What was touched but looks the same is left out; a directory is listed when it differs or something inside does.
 * Same order and conditions as `diff`. This is what `docker diff` shows; layers are made of `diff`.
 * Source: moby pkg/archive/changes.go ChangesDirs, changes_unix.go statDifferent.
 */
export function changesByStat(lower: Tree, upper: Tree): Change[] {
  const touched = touchedInodes(lower, upper);
  const out: Change[] = [];
  inside(lower.root(), upper.root(), '');
  return out;

  function inside(old: Inode | undefined, dir: Inode, prefix: string): void {
    const before = old?.kind === 'dir' && dir.kind === 'dir' ? old.entries : undefined;
    if (dir.kind !== 'dir') return;
    const names = new Set(dir.entries.keys());
    if (before !== undefined && before !== dir.entries) for (const name of before.keys()) names.add(name);
    for (const name of [...names].sort(compareNames)) {
      const path = `${prefix}/${name}`;
      const ino = dir.entries.get(name);
      const oldIno = before?.get(name);
      if (ino === undefined) out.push({ kind: 'deleted', path });
      else if (oldIno === undefined || ino !== oldIno || touched.has(ino))
        entry(path, upper.get(ino)!, oldIno === undefined ? undefined : lower.get(oldIno));
    }
  }

  function entry(path: string, inode: Inode, old: Inode | undefined): void {
    const at = out.length;
    if (old === undefined) out.push({ kind: 'added', path, inode });
    else if (statDiffers(old, inode)) out.push({ kind: 'modified', path, inode });
    const listed = out.length > at;
    inside(old, inode, path);
    if (!listed && out.length > at) out.splice(at, 0, { kind: 'modified', path, inode });
  }
}

function statDiffers(a: Inode, b: Inode): boolean {
  if (a.kind !== b.kind || a.mode !== b.mode || a.uid !== b.uid || a.gid !== b.gid) return true;
  if (!sameXattr(a, b, 'security.capability')) return true;
  if (a.kind === 'dir') return false;
  if (a.mtime !== b.mtime) return true;
  if (a.kind === 'file' && b.kind === 'file') return a.body.size !== b.body.size;
  if (a.kind === 'symlink' && b.kind === 'symlink') return a.target.length !== b.target.length;
  if ((a.kind === 'char' || a.kind === 'block') && (b.kind === 'char' || b.kind === 'block'))
    return a.major !== b.major || a.minor !== b.minor;
  return false;
}

function sameXattr(a: Inode, b: Inode, name: string): boolean {
  const x = a.xattrs?.get(name);
  const y = b.xattrs?.get(name);
  return x === y || (x !== undefined && y !== undefined && x.length === y.length && x.every((byte, i) => byte === y[i]));
}
