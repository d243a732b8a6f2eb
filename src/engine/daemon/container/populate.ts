import { type Inode, type InodeOf, type NewInode, ROOT, type Tree, TreeEdit } from '../../tree/index.ts';

/** `into` with everything inside directory `from` of another tree copied to its root, which takes that directory's owner and mode. Hard links stay linked. */
export function copyTree(source: Tree, from: InodeOf<'dir'>, into: Tree): Tree {
  const edit = new TreeEdit(into);
  const { mode, uid, gid, mtime } = from;
  edit.patch(ROOT, { mode, uid, gid, mtime });
  const copies = new Map<number, number>();
  const copyInto = (dir: Inode, target: number): void => {
    for (const name of source.names(dir.ino)) {
      const inode = source.child(dir.ino, name)!;
      const copied = copies.get(inode.ino);
      if (copied !== undefined && inode.kind !== 'dir') {
        edit.link(copied, target, name);
        continue;
      }
      const { ino: _, links: __, ...made } = inode;
      const ino = edit.create(target, name, made as NewInode);
      copies.set(inode.ino, ino);
      if (inode.kind === 'dir') copyInto(inode, ino);
    }
  };
  copyInto(from, ROOT);
  return edit.tree();
}
