const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Bytes in base64, padded. */
export function encodeBase64(bytes: string): string {
  let out = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at;
    const word = (bytes.charCodeAt(at) << 16) | ((bytes.charCodeAt(at + 1) || 0) << 8) | (bytes.charCodeAt(at + 2) || 0);
    out += ALPHABET[word >> 18]! + ALPHABET[(word >> 12) & 63]!;
    out += (left > 1 ? ALPHABET[(word >> 6) & 63]! : '=') + (left > 2 ? ALPHABET[word & 63]! : '=');
  }
  return out;
}

/** The bytes that base64 text stands for; other characters are passed over. `complete`: no group lacks characters. */
export function decodeBase64(text: string): { bytes: string; complete: boolean } {
  const out: string[] = [];
  let word = 0;
  let count = 0;
  let pads = 0;
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    const value = char === '=' ? 0 : ALPHABET.indexOf(char);
    if (value < 0) continue;
    if (char === '=') pads++;
    word = (word << 6) | value;
    if (++count < 4) continue;
    const group = String.fromCharCode((word >> 16) & 255, (word >> 8) & 255, word & 255);
    out.push(group.slice(0, 3 - Math.min(2, pads)));
    if (pads > 0) return { bytes: out.join(''), complete: true };
    word = count = 0;
  }
  return { bytes: out.join(''), complete: count === 0 };
}
