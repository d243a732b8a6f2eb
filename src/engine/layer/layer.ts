import type { DiffID } from '../digest/index.ts';
import type { Body } from '../tree/index.ts';
import type { TarEntry } from './entry.ts';

/**
 * A layer: the members of its archive and the digest of that archive. A layer that came from outside keeps its archive
 * (`tar`), because another writer's headers cannot be made again from the members; our own is made anew when needed.
 */
export interface Layer {
  readonly diffID: DiffID;
  readonly entries: readonly TarEntry[];
  /** Bytes of the files and of the targets of symbolic links, hard links once: what Docker calls a layer's size. */
  readonly size: number;
  /** The uncompressed archive, when it was not written by us. */
  readonly tar?: Body;
  /** The compressed blob, where it is known without compressing: layers of the catalogue. */
  readonly blob?: Body;
}

const encoder = new TextEncoder();

/** What the overlay2 driver finds in a layer's directory (moby daemon/internal/directory Size): links count with their targets' length. */
export function sizeOfEntries(entries: readonly TarEntry[]): number {
  let size = 0;
  for (const entry of entries) {
    if (entry.kind === 'file') size += entry.body.size;
    else if (entry.kind === 'symlink') size += encoder.encode(entry.linkname).length;
  }
  return size;
}
