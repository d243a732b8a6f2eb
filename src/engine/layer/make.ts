import { type DiffID, startDigest } from '../digest/index.ts';
import { readTar, type TarEntry, TarError, tarBody, tarPieces } from '../tar/index.ts';
import type { Body } from '../tree/index.ts';
import { type Layer, sizeOfEntries } from './layer.ts';

/** A layer of these members in this order: its DiffID is the digest of the archive we write for them, which is hashed but not kept. */
export function makeLayer(entries: readonly TarEntry[]): Layer {
  const stream = startDigest();
  for (const piece of tarPieces(entries)) stream.update(piece);
  return { diffID: stream.digest() as DiffID, entries, size: sizeOfEntries(entries) };
}

/**
 * The layer an uncompressed archive is; the archive is kept, so that it can be handed on unchanged. Throws TarError, also for two members of
 * one name (vbatts/tar-split, which Docker keeps archives with).
 */
export function readLayer(tar: Body): Layer {
  const entries = readTar(tar);
  if (new Set(entries.map(({ path }) => path)).size < entries.length)
    throw new TarError('unsupported', 'duplicates of file paths not supported', 0);
  return { diffID: tar.digest() as DiffID, entries, size: sizeOfEntries(entries), tar };
}

/** The uncompressed archive of a layer: the one it came in, or the one we write. Its digest is the DiffID. */
export const layerTar = (layer: Layer): Body => layer.tar ?? tarBody(layer.entries);
