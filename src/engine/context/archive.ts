import { apply, LayerError } from '../layer/index.ts';
import type { TarEntry } from '../tar/index.ts';
import { Tree } from '../tree/index.ts';

/** Members of an archive as a build context. Members outside it and links that lead nowhere make it unreadable: undefined. */
export function archiveContext(entries: readonly TarEntry[], owner: 'kept' | 'root'): Tree | undefined {
  try {
    const own = owner === 'root' ? entries.map((entry) => ({ ...entry, uid: 0, gid: 0 })) : entries;
    return apply(Tree.empty(), own);
  } catch (error) {
    if (error instanceof LayerError) return undefined;
    throw error;
  }
}

/** How many bytes a context is as an uncompressed archive: what the classic client says it sends. */
export function archiveSize(context: Tree): number {
  let size = 1024;
  const seen = new Set<number>();
  for (const [path, inode] of context.walk()) {
    size += 512 + (path.length > 101 ? 1024 : 0);
    if (inode.kind === 'file' && !seen.has(inode.ino)) size += Math.ceil(inode.body.size / 512) * 512;
    seen.add(inode.ino);
  }
  return size;
}
