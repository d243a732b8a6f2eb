import type { FiledBox, Header } from './format.ts';

export interface Written {
  readonly name: string;
  readonly file: Blob;
  /** Digests of uploads that are not on this device any more. */
  readonly missing: readonly string[];
}

/** A file of some boxes with the uploads they name. */
export async function writeFile(
  name: string,
  boxes: readonly FiledBox[],
  digests: readonly string[],
  blob: (digest: string) => Promise<Uint8Array | undefined>,
): Promise<Written> {
  const missing: string[] = [];
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const blobs: Header['blobs'] = [];
  for (const digest of new Set(digests)) {
    const bytes = await blob(digest);
    if (bytes === undefined) missing.push(digest);
    else {
      parts.push(bytes as Uint8Array<ArrayBuffer>);
      blobs.push({ sha256: digest, size: bytes.length });
    }
  }
  const head: Header = { strata: 'boxes', version: 1, boxes: [...boxes], blobs };
  const text = `${JSON.stringify(head)}\n`;
  if (parts.length === 0) return { name: `${fileName(name)}.strata.json`, file: new Blob([text], { type: 'application/json' }), missing };
  const packed = new Blob([text, ...parts]).stream().pipeThrough(new CompressionStream('gzip'));
  const file = await new Response(packed).blob();
  return { name: `${fileName(name)}.strata.gz`, file: file.slice(0, file.size, 'application/gzip'), missing };
}

/** A title as a name that every file system takes. */
export function fileName(title: string): string {
  const name = title
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .replace(/\s+/g, '-')
    .slice(0, 80);
  return name === '' ? 'sandbox' : name;
}
