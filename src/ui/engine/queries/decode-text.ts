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
