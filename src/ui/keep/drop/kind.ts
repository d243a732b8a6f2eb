// What a dropped file is, by its first bytes and not by its name.

/** `archive`: a tar, perhaps compressed. `state`: a file of ours. `packed`: compressed in a way that is not read here. */
export type DroppedKind = 'archive' | 'state' | 'packed' | 'empty' | 'unknown';

const BLOCK = 512;

export async function kindOfFile(file: Blob): Promise<DroppedKind> {
  if (file.size === 0) return 'empty';
  const head = new Uint8Array(await file.slice(0, BLOCK).arrayBuffer());
  if (begins(head, [0x1f, 0x8b])) return kindOfPlain(await unpackedHead(file));
  if (begins(head, [0x28, 0xb5, 0x2f, 0xfd])) return 'archive';
  if (begins(head, [0x42, 0x5a, 0x68]) || begins(head, [0xfd, 0x37, 0x7a, 0x58, 0x5a]) || begins(head, [0x50, 0x4b, 3, 4])) return 'packed';
  return kindOfPlain(head);
}

const begins = (head: Uint8Array, magic: readonly number[]): boolean => magic.every((byte, index) => head[index] === byte);

function kindOfPlain(head: Uint8Array): DroppedKind {
  if (/^\{"strata":/.test(latin(head.subarray(0, 10)))) return 'state';
  return isTarHeader(head) ? 'archive' : 'unknown';
}

/** A tar header has the sum of its own bytes in it (POSIX ustar; old tars have no other mark). */
function isTarHeader(head: Uint8Array): boolean {
  if (head.length < BLOCK) return false;
  const written = Number.parseInt(latin(head.subarray(148, 156)).replace(/[\0 ]/g, ''), 8);
  let sum = 0;
  for (let at = 0; at < BLOCK; at++) sum += at >= 148 && at < 156 ? 32 : (head[at] ?? 0);
  return sum === written;
}

const latin = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

/** The first block of what is compressed; as much of it as there is. */
async function unpackedHead(file: Blob): Promise<Uint8Array> {
  const reader = file
    .slice(0, 1 << 16)
    .stream()
    .pipeThrough(new DecompressionStream('gzip'))
    .getReader();
  const head = new Uint8Array(BLOCK);
  let size = 0;
  try {
    while (size < BLOCK) {
      const { done, value } = await reader.read();
      if (done) break;
      const part = value.subarray(0, BLOCK - size);
      head.set(part, size);
      size += part.length;
    }
  } catch {
    // Cut, or damaged: what came out before tells enough.
  }
  await reader.cancel().catch(() => {});
  return head.subarray(0, size);
}
