import type { Container } from '../../container/index.ts';
import { encodeText } from '../../kernel/index.ts';
import { changesByStat, diff, packEntries } from '../../layer/index.ts';
import { initSize, layerSize, usageOf } from '../../store/index.ts';
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

/** Bytes of everything below a container's own layer; with containerd's store with the engine's mount points. */
export function baseSize(daemon: Daemon, container: Container): number {
  const { images } = daemon.state;
  let size = images.content === undefined ? 0 : initSize(images, container.base);
  for (let top = container.base; top !== undefined; top = images.snapshots.get(top)?.parent)
    if (images.snapshots.has(top)) size += layerSize(images, top) + (images.content?.inits.get(top) ?? 0);
  return size;
}
