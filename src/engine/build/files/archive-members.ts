import { decompress } from '../../archive/index.ts';
import { DockerError } from '../../errors/index.ts';
import { readTar, type TarEntry, TarError } from '../../tar/index.ts';
import type { Body } from '../../tree/index.ts';

/** The uncompressed bytes; undefined when they are damaged. Throws DockerError NotSimulated for bzip2 and xz. */
export function uncompressed(body: Body): Body | undefined {
  try {
    return decompress(body);
  } catch (error) {
    if (error instanceof DockerError && error.code === 'System') return undefined;
    throw error;
  }
}

/** The members of a possibly compressed archive; undefined when the bytes are no archive: its first header cannot be read, or there is none. */
export function archiveMembers(body: Body): { entries: readonly TarEntry[]; damage: TarError | undefined } | undefined {
  if (body.size === 0) return undefined;
  const plain = uncompressed(body);
  if (plain === undefined) return undefined;
  try {
    const entries = readTar(plain);
    return entries.length === 0 ? undefined : { entries, damage: undefined };
  } catch (error) {
    if (!(error instanceof TarError)) throw error;
    if (plain.size < 512 || !firstHeaderReads(plain)) return undefined;
    return { entries: [], damage: error };
  }
}

/** Whether the first block is a header: a checksum that fits. */
function firstHeaderReads(tar: Body): boolean {
  const block = tar.read(0, 512);
  if (block.every((byte) => byte === 0)) return false;
  let sum = 0;
  for (let i = 0; i < 512; i++) sum += i >= 148 && i < 156 ? 0x20 : block[i]!;
  const stored = Number.parseInt(String.fromCharCode(...block.subarray(148, 156)).replace(/[\0 ]/g, ''), 8);
  return stored === sum;
}
