import { Gunzip } from 'fflate';
import { decompress as zstd } from 'fzstd';
import { DockerError } from '../../errors/index.ts';
import { readTar, type TarEntry, TarError } from '../../tar/index.ts';
import { type Body, bytesBody, pieces } from '../../tree/index.ts';

/** Most bytes an archive may have when unpacked. */
const LIMIT = 1024 * 1024 * 1024;

export type Compression = 'none' | 'gzip' | 'bzip2' | 'xz' | 'zstd';

const MAGIC: readonly (readonly [Compression, readonly number[]])[] = [
  ['bzip2', [0x42, 0x5a, 0x68]],
  ['gzip', [0x1f, 0x8b, 0x08]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
];

/** By the first bytes, as moby's archive.DetectCompression does. */
export function compressionOf(body: Body): Compression {
  const head = body.read(0, 8);
  return MAGIC.find(([, magic]) => head.length >= magic.length && magic.every((byte, i) => head[i] === byte))?.[0] ?? 'none';
}

/** The uncompressed bytes; undefined when they are damaged. Throws DockerError NotSimulated for bzip2 and xz. */
export function decompress(body: Body): Body | undefined {
  const compression = compressionOf(body);
  if (compression === 'none') return body;
  if (compression === 'bzip2' || compression === 'xz')
    throw new DockerError('NotSimulated', `${compression} archives are not simulated: use gzip, zstd or plain tar`);
  try {
    return compression === 'gzip' ? gunzip(body) : bytesBody(zstd(body.read(0, body.size)));
  } catch (error) {
    if (error instanceof DockerError) throw error;
    return undefined;
  }
}

function gunzip(body: Body): Body {
  const parts: Uint8Array[] = [];
  let size = 0;
  const stream = new Gunzip((part) => {
    size += part.length;
    if (size > LIMIT) throw new DockerError('System', `archive is larger than ${LIMIT} bytes when unpacked`);
    parts.push(part);
  });
  let fed = 0;
  for (const piece of pieces(body)) {
    fed += piece.length;
    stream.push(piece.slice(), fed >= body.size);
  }
  const out = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return bytesBody(out);
}

/** The members of a possibly compressed archive; undefined when the bytes are no archive: its first header cannot be read, or there is none. */
export function archiveMembers(body: Body): { entries: readonly TarEntry[]; damage: TarError | undefined } | undefined {
  if (body.size === 0) return undefined;
  const plain = decompress(body);
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
