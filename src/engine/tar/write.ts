import { type Body, bytesBody, concatBodies, pieces } from '../tree/index.ts';
import { BLOCK, padded } from './block.ts';
import type { TarEntry } from './entry.ts';
import { headerBlocks } from './header.ts';

/** How many bytes of headers and small files are gathered into one piece. */
const GATHER = 1 << 16;

/**
 * The archive's bytes, piece by piece. Deterministic, and equal to what Docker's Go archive/tar writes for the same members:
 * ustar headers; a PAX header with sorted keys only where ustar cannot say it; whole-second times; no user names; two zero blocks at the end.
 */
export function* tarPieces(entries: Iterable<TarEntry>): Generator<Uint8Array> {
  let buffer = new Uint8Array(GATHER);
  let used = 0;
  for (const part of tarParts(entries)) {
    if (part.size > GATHER - used) {
      if (used > 0) yield buffer.subarray(0, used);
      buffer = new Uint8Array(GATHER);
      used = 0;
    }
    if (part.size > GATHER) yield* pieces(part);
    else {
      buffer.set(part.read(0, part.size), used);
      used += part.size;
    }
  }
  if (used > 0) yield buffer.subarray(0, used);
}

/** The archive as a body that is made when it is read: the files in it are neither read nor copied before. */
export const tarBody = (entries: Iterable<TarEntry>): Body => concatBodies([...tarParts(entries)]);

/** Headers and paddings, and between them the files as the bodies they are. */
function* tarParts(entries: Iterable<TarEntry>): Generator<Body> {
  for (const entry of entries) {
    yield bytesBody(headerBlocks(entry));
    if (entry.kind !== 'file') continue;
    yield entry.body;
    yield bytesBody(new Uint8Array(padded(entry.body.size) - entry.body.size));
  }
  yield bytesBody(new Uint8Array(2 * BLOCK));
}
