// Docker reads bytes, the engine strings. A byte that is no part of UTF-8 travels as the lone surrogate U+DC00 + byte, so that nothing is lost on the way.

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();

function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!;
  const length =
    first < 0x80 ? 1 : first >= 0xc2 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xf0 && first < 0xf5 ? 4 : 0;
  if (length === 0 || at + length > bytes.length) return 0;
  for (let i = 1; i < length; i += 1) if ((bytes[at + i]! & 0xc0) !== 0x80) return 0;
  const second = bytes[at + 1];
  if (length === 3 && ((first === 0xe0 && second! < 0xa0) || (first === 0xed && second! > 0x9f))) return 0;
  if (length === 4 && ((first === 0xf0 && second! < 0x90) || (first === 0xf4 && second! > 0x8f))) return 0;
  return length;
}

/** Bytes to text; never fails. */
export function decodeBytes(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    let out = '';
    let from = 0;
    for (let at = 0; at < bytes.length; ) {
      const length = sequenceLength(bytes, at);
      if (length > 0) {
        at += length;
        continue;
      }
      out += decoder.decode(bytes.subarray(from, at)) + String.fromCharCode(0xdc00 + bytes[at]!);
      at += 1;
      from = at;
    }
    return out + decoder.decode(bytes.subarray(from));
  }
}

/** Whether a character stands for a byte outside UTF-8. */
export function isRawByte(character: string): boolean {
  return character >= '\udc80' && character <= '\udcff' && character.length === 1;
}

/** Text to the bytes it was read from. */
export function encodeText(text: string): Uint8Array {
  const parts: number[] = [];
  let plain = '';
  for (const character of text) {
    if (isRawByte(character)) {
      parts.push(...encoder.encode(plain), character.charCodeAt(0) - 0xdc00);
      plain = '';
    } else plain += character;
  }
  if (parts.length === 0) return encoder.encode(text);
  return Uint8Array.from([...parts, ...encoder.encode(plain)]);
}

/** What Go gets when it takes text rune by rune: U+FFFD for every byte outside UTF-8. */
export function runesOf(text: string): string {
  return /[\udc80-\udcff]/.test(text) ? [...text].map((rune) => (isRawByte(rune) ? '\ufffd' : rune)).join('') : text;
}

/** Order of two texts by their bytes: Go's comparison of strings. */
export function compareBytes(a: string, b: string): number {
  const left = encodeText(a);
  const right = encodeText(b);
  const length = Math.min(left.length, right.length);
  for (let i = 0; i < length; i += 1) if (left[i] !== right[i]) return left[i]! - right[i]!;
  return left.length - right.length;
}
