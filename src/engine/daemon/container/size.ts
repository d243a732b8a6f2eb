import type { Container } from '../../container/index.ts';
import { encodeText } from '../../kernel/index.ts';
import { changesByStat, diff, packEntries } from '../../layer/index.ts';
import { usageOf } from '../../store/index.ts';
import type { Daemon } from '../daemon.ts';
import { containerTree } from './find.ts';

/** Bytes of a container's own layer (`SizeRw`): files, and links with the length of their targets; with containerd's store the blocks they take. */
export function containerSize(daemon: Daemon, container: Container): number {
  if (daemon.state.images.content !== undefined) return usageOf(packEntries(diff(container.lower, containerTree(daemon, container))));
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
