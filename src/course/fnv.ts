// FNV-1a, 32 bits: small, and the same everywhere. What it gives is kept on devices and in certificates: it never changes.

/** Of a text's UTF-16 units. */
export function hashOfUnits(text: string): number {
  let state = BASIS;
  for (let index = 0; index < text.length; index++) state = mixed(state, text.charCodeAt(index));
  return state;
}

/** Of a text's code points. */
export function hashOfPoints(text: string): number {
  let state = BASIS;
  for (const char of text) state = mixed(state, char.codePointAt(0) ?? 0);
  return state;
}

const BASIS = 0x811c9dc5;
const mixed = (state: number, code: number): number => Math.imul(state ^ code, 0x01000193) >>> 0;
