// Where what a person sees as one character ends: CodeMirror moves and deletes by it.
// Stands in for `@marijn/find-cluster-break` (see astro.config.mjs), whose table of extending characters browsers have themselves. Same rules.

/** Grapheme_Cluster_Break Extend and SpacingMark: Grapheme_Extend, skin tones, spacing marks but some of Burmese and Tai Tham, and two vowels of Thai and Lao. */
const extending =
  /^(?![\u102b\u102c\u1038\u1062-\u1064\u1067-\u106d\u1083\u1087-\u108c\u108f\u109a-\u109c\u1a61\u1a63\u1a64\uaa7b\uaa7d])[\p{Grapheme_Extend}\p{Emoji_Modifier}\p{Mc}\u0e33\u0eb3]/u;
const flag = /^\p{Regional_Indicator}/u;
const joiner = 0x200d;

const sizeOf = (code: number): number => (code < 0x10000 ? 1 : 2);
const codeAt = (text: string, pos: number): number => text.codePointAt(pos) ?? 0;
const inPair = (text: string, pos: number): boolean => pos > 0 && codeAt(text, pos - 1) >= 0x10000;

function after(text: string, from: number, extend: boolean): number {
  if (from === text.length) return from;
  let pos = inPair(text, from) ? from - 1 : from;
  let before = codeAt(text, pos);
  pos += sizeOf(before);
  while (pos < text.length) {
    const code = codeAt(text, pos);
    const one = String.fromCodePoint(code);
    if (before === joiner || code === joiner || (extend && code >= 768 && extending.test(one))) {
      pos += sizeOf(code);
      before = code;
    } else if (flag.test(one)) {
      let flags = 0;
      for (let at = pos - 2; at >= 0 && flag.test(text.slice(at, at + 2)); at -= 2) flags++;
      if (flags % 2 === 0) break;
      pos += 2;
    } else break;
  }
  return pos;
}

/** The next break behind or before a place; characters that extend others count as their own unless `extend`. */
export function findClusterBreak(text: string, pos: number, forward = true, extend = true): number {
  if (forward) return after(text, pos, extend);
  for (let at = pos; at > 1; at--) {
    const found = after(text, at - 2, extend);
    if (found < at) return found;
  }
  return 0;
}
