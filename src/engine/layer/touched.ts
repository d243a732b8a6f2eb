import { type Ino, type Inode, PMap, type Tree } from '../tree/index.ts';

/**
 * Numbers of the inodes of `upper` that are not the same object in `lower`, and of the directories above them. `counts` leaves out
 * changes that do not matter to the caller. Costs what differs.
 */
export function touchedInodes(lower: Tree, upper: Tree, counts: (old: Inode | undefined, inode: Inode) => boolean = () => true): Set<Ino> {
  const touched = new Set<Ino>();
  const climb = (ino: Ino): void => {
    for (const link of upper.get(ino)?.links ?? []) {
      if (touched.has(link.parent)) continue;
      touched.add(link.parent);
      climb(link.parent);
    }
  };
  for (const ino of PMap.changedKeys(lower.inodes, upper.inodes)) {
    const inode = upper.get(ino);
    if (inode === undefined || !counts(lower.get(ino), inode)) continue;
    touched.add(ino);
    climb(ino);
  }
  return touched;
}
