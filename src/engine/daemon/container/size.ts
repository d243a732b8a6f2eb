import type { Container } from '../../container/index.ts';
import { encodeText } from '../../kernel/index.ts';
import { changesByStat } from '../../layer/index.ts';
import type { Daemon } from '../daemon.ts';
import { containerTree } from './find.ts';

/** Bytes of a container's own layer (`SizeRw`): files, and links with the length of their targets. */
export function containerSize(daemon: Daemon, container: Container): number {
  let size = 0;
  const seen = new Set<number>();
  for (const change of changesByStat(container.lower, containerTree(daemon, container))) {
    if (change.kind === 'deleted' || seen.has(change.inode.ino)) continue;
    const { inode } = change;
    seen.add(inode.ino);
    if (inode.kind === 'file') size += inode.body.size;
    else if (inode.kind === 'symlink') size += encodeText(inode.target).length;
  }
  return size;
}
