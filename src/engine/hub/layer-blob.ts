import type { Digest } from '../digest/index.ts';
import type { TarEntry } from '../layer/index.ts';
import { headerBlocks } from '../tar/index.ts';
import { type Body, bytesBody, concatBodies, joinBytes } from '../tree/index.ts';
import { CatalogBody, type Part } from './body.ts';
import { crc32 } from './crc32.ts';
import { deflatePiece } from './deflate.ts';
import { type Block, blockShifts } from './filler.ts';

const TAR_BLOCK = 512;
/** Plain bytes that are compressed in one piece. */
const GATHER = 1 << 16;
const isBlock = (part: Part): part is Block => 'deflated' in part;

/** The archive of a layer, cut where blocks with a known compressed form lie in it. */
export function* archiveParts(entries: readonly TarEntry[]): Generator<Part> {
  for (const entry of entries) {
    yield headerBlocks(entry);
    if (entry.kind !== 'file') continue;
    if (entry.body instanceof CatalogBody) yield* entry.body.parts();
    else if (entry.body.size > 0) yield entry.body.read(0, entry.body.size);
    const rest = entry.body.size % TAR_BLOCK;
    if (rest > 0) yield new Uint8Array(TAR_BLOCK - rest);
  }
  yield new Uint8Array(2 * TAR_BLOCK);
}

const HEADER = new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);

/** The gzip stream of an archive, piece by piece: equal archives give equal streams, for ever. */
export function* gzipPieces(parts: Iterable<Part>): Generator<Uint8Array> {
  yield HEADER;
  let crc = 0;
  let size = 0;
  let plain: Uint8Array[] = [];
  let waiting = 0;
  function* flush(): Generator<Uint8Array> {
    if (waiting === 0) return;
    const bytes = joinBytes(plain);
    crc = crc32(bytes, crc);
    yield deflatePiece(bytes);
    plain = [];
    waiting = 0;
  }
  for (const part of parts) {
    if (isBlock(part)) {
      yield* flush();
      crc = (blockShifts.get(part.bytes.length)!(crc) ^ part.crc) >>> 0;
      size += part.bytes.length;
      yield part.deflated;
      continue;
    }
    size += part.length;
    plain.push(part);
    waiting += part.length;
    if (waiting >= GATHER) yield* flush();
  }
  yield* flush();
  const trailer = new DataView(new ArrayBuffer(10));
  trailer.setUint8(0, 3);
  trailer.setUint32(2, crc, true);
  trailer.setUint32(6, size >>> 0, true);
  yield new Uint8Array(trailer.buffer);
}

/** The compressed blob of a layer, whose digest and size are known; its bytes are made when they are first read. */
export class LayerBlob implements Body {
  readonly size: number;
  readonly #digest: Digest;
  readonly #entries: () => readonly TarEntry[];
  #made: Body | undefined;

  constructor(entries: () => readonly TarEntry[], digest: Digest, size: number) {
    this.#entries = entries;
    this.#digest = digest;
    this.size = size;
  }
  read(offset: number, length: number): Uint8Array {
    this.#made ??= concatBodies([...gzipPieces(archiveParts(this.#entries()))].map(bytesBody));
    return this.#made.read(offset, length);
  }
  digest(): Digest {
    return this.#digest;
  }
}
