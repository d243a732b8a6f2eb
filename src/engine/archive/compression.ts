import { Gunzip, gzipSync } from 'fflate';
import { Decompress } from 'fzstd';
import { DockerError } from '../errors/index.ts';
import { type Body, bytesBody, concatBodies, pieces, zeroBody } from '../tree/index.ts';

/** Most bytes that may come out of a compressed archive. */
const LIMIT = 1024 ** 3;

type Compression = 'none' | 'gzip' | 'bzip2' | 'xz' | 'zstd';

const MAGIC: readonly (readonly [Compression, readonly number[]])[] = [
  ['bzip2', [0x42, 0x5a, 0x68]],
  ['gzip', [0x1f, 0x8b, 0x08]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
];

function compressionOf(body: Body): Compression {
  const head = body.read(0, 8);
  return MAGIC.find(([, magic]) => magic.every((byte, i) => head[i] === byte))?.[0] ?? 'none';
}

/**
 * The plain bytes of an archive that may be compressed, told by its first bytes (moby pkg/archive DetectCompression). Throws
 * DockerError: System for damaged or too large data, NotSimulated for bzip2 and xz.
 */
export function decompress(body: Body, limit = LIMIT): Body {
  const compression = compressionOf(body);
  if (compression === 'none') return body;
  if (compression === 'bzip2' || compression === 'xz')
    throw new DockerError('NotSimulated', `${compression} archives are not simulated: use gzip, zstd or plain tar`);
  try {
    return collect(
      body,
      limit,
      compression === 'gzip' ? (take) => new Gunzip(take) : (take) => new Decompress((part, final) => take(part, final ?? false)),
    );
  } catch (error) {
    if (error instanceof DockerError) throw error;
    throw new DockerError('System', 'unexpected EOF');
  }
}

/** Whether bytes are all zero. */
function isZero(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) if (bytes[i] !== 0) return false;
  return true;
}

/** Feeds a body to a decompressor piece by piece and keeps what comes out, up to the limit; runs of zeros take no memory. */
function collect(
  body: Body,
  limit: number,
  start: (take: (part: Uint8Array, final: boolean) => void) => { push(part: Uint8Array, final?: boolean): void },
): Body {
  const parts: Body[] = [];
  let size = 0;
  let ended = false;
  const stream = start((part, final) => {
    ended ||= final;
    size += part.length;
    if (size > limit) throw new DockerError('System', `archive is larger than ${limit} bytes when unpacked`);
    parts.push(isZero(part) ? zeroBody(part.length) : bytesBody(part));
  });
  let fed = 0;
  for (const piece of pieces(body)) {
    fed += piece.length;
    stream.push(piece.slice(), fed >= body.size);
  }
  if (!ended) throw new DockerError('System', 'unexpected EOF');
  return concatBodies(parts);
}

/** gzip with a fixed level and no time, so that equal bytes give equal blobs everywhere. */
export function gzip(body: Body): Body {
  return bytesBody(gzipSync(body.read(0, body.size), { level: 6, mtime: 0 }));
}
