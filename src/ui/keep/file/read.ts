import { type FiledBox, FileError, header, mostBytes, mostHeader } from './format.ts';

export interface ReadFile {
  readonly boxes: readonly FiledBox[];
  /** Uploads by SHA-256 (hexadecimal); each has been checked. */
  readonly blobs: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
}

/** Reads what `writeFile` wrote, plain or compressed. Rejects with a FileError; reads at most `limit` bytes, however small the file is. */
export async function readFile(
  file: Blob,
  digest: (bytes: Uint8Array<ArrayBuffer>) => Promise<string>,
  limit = mostBytes,
): Promise<ReadFile> {
  const magic = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const packed = magic[0] === 0x1f && magic[1] === 0x8b;
  const stream = packed ? file.stream().pipeThrough(new DecompressionStream('gzip')) : file.stream();
  const bytes = new Reader(stream.getReader(), limit);
  try {
    const head = headerIn(await bytes.line(Math.min(mostHeader, limit)));
    const blobs = new Map<string, Uint8Array<ArrayBuffer>>();
    for (const { sha256, size } of head.blobs) {
      const content = await bytes.exactly(size);
      if ((await digest(content)) !== sha256) throw new FileError('damaged');
      blobs.set(sha256, content);
    }
    return { boxes: head.boxes, blobs };
  } finally {
    await bytes.stop();
  }
}

function headerIn(line: Uint8Array) {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(line));
  } catch {
    throw new FileError(startsLikeOurs(line) ? 'damaged' : 'foreign');
  }
  if (typeof value !== 'object' || value === null || !('strata' in value)) throw new FileError('foreign');
  if ('version' in value && typeof value.version === 'number' && value.version > 1) throw new FileError('newer');
  const result = header.safeParse(value);
  if (result.success) return result.data;
  const versions =
    'boxes' in value && Array.isArray(value.boxes)
      ? value.boxes.map((box) => (box as { record?: { version?: unknown } })?.record?.version)
      : [];
  throw new FileError(versions.some((version) => typeof version === 'number' && version > 2) ? 'newer' : 'damaged');
}

const startsLikeOurs = (line: Uint8Array): boolean => new TextDecoder().decode(line.subarray(0, 10)) === '{"strata":';

/** Takes a stream's bytes in the amounts that are wanted. */
class Reader {
  readonly #stream: ReadableStreamDefaultReader<Uint8Array>;
  readonly #limit: number;
  #chunk: Uint8Array = new Uint8Array(0);
  #taken = 0;

  constructor(stream: ReadableStreamDefaultReader<Uint8Array>, limit: number) {
    this.#stream = stream;
    this.#limit = limit;
  }

  /** False at the end. */
  async #more(): Promise<boolean> {
    let next: ReadableStreamReadResult<Uint8Array>;
    try {
      next = await this.#stream.read();
    } catch {
      throw new FileError('damaged');
    }
    if (next.done) return false;
    this.#taken += next.value.length;
    if (this.#taken > this.#limit) throw new FileError('large');
    this.#chunk = next.value;
    return true;
  }

  /** Bytes up to a line feed, or to the end. */
  async line(most: number): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    let size = 0;
    for (;;) {
      const end = this.#chunk.indexOf(10);
      const part = end < 0 ? this.#chunk : this.#chunk.subarray(0, end);
      parts.push(part);
      size += part.length;
      if (size > most) throw new FileError('large');
      if (end >= 0) {
        this.#chunk = this.#chunk.subarray(end + 1);
        break;
      }
      if (!(await this.#more())) break;
    }
    return join(parts, size);
  }

  async exactly(size: number): Promise<Uint8Array<ArrayBuffer>> {
    if (size > this.#limit) throw new FileError('large');
    const parts: Uint8Array[] = [];
    let left = size;
    while (left > 0) {
      if (this.#chunk.length === 0 && !(await this.#more())) throw new FileError('damaged');
      const part = this.#chunk.subarray(0, left);
      this.#chunk = this.#chunk.subarray(part.length);
      parts.push(part);
      left -= part.length;
    }
    return join(parts, size);
  }

  async stop(): Promise<void> {
    await this.#stream.cancel().catch(() => {});
  }
}

function join(parts: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
