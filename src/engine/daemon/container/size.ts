import type { Container } from '../../container/index.ts';
import { changesByStat } from '../../layer/index.ts';
import type { Daemon } from '../daemon.ts';
import { containerTree } from './find.ts';

/** Bytes of the files in a container's own layer (`SizeRw`). */
export function containerSize(daemon: Daemon, container: Container): number {
  let size = 0;
  const seen = new Set<number>();
  for (const change of changesByStat(container.lower, containerTree(daemon, container))) {
    if (change.kind === 'deleted' || change.inode.kind !== 'file' || seen.has(change.inode.ino)) continue;
    seen.add(change.inode.ino);
    size += change.inode.body.size;
  }
  return size;
}
