import { base64 } from './base64.ts';
import type { SavedContent } from './log.ts';

/** Where bytes that the log only names come from. */
export interface Sources {
  /** Those of this session, by SHA-256. */
  readonly bytes: Map<string, Uint8Array>;
  readonly blob: (digest: string) => Promise<Uint8Array>;
}

/** How bytes are written down: as text where they are text. */
export function savedContent(bytes: Uint8Array): SavedContent {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { base64: base64.encode(bytes) };
  }
}

/** The bytes again. Rejects when they are neither here nor on the device. */
export async function contentOf(content: SavedContent, { bytes, blob }: Sources): Promise<Uint8Array> {
  if ('text' in content) return new TextEncoder().encode(content.text);
  if ('base64' in content) return base64.decode(content.base64);
  const known = bytes.get(content.blob) ?? (await blob(content.blob));
  bytes.set(content.blob, known);
  return known;
}

export function isSameContent(a: SavedContent, b: SavedContent): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The first bytes of a file as text; undefined for what is no UTF-8 text. A character that is cut at the end is left out. */
export function decodeText(bytes: Uint8Array, isCut: boolean): string | undefined {
  if (bytes.includes(0)) return undefined;
  for (let drop = 0; drop <= (isCut ? 3 : 0); drop++) {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, bytes.length - drop));
    } catch {
      // Cut within a character, it may be text with fewer bytes.
    }
  }
  return undefined;
}
