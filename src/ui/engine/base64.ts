const CHUNK = 0x8000;

/** Base64 by the platform's own functions, in pieces that its argument lists can hold. */
export const base64 = {
  encode(bytes: Uint8Array): string {
    let text = '';
    for (let from = 0; from < bytes.length; from += CHUNK) text += String.fromCharCode(...bytes.subarray(from, from + CHUNK));
    return btoa(text);
  },
  /** Throws an Error for what is no base64. */
  decode(text: string): Uint8Array {
    return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  },
};
