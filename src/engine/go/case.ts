// Go maps letters one rune at a time: no text grows, no letter looks at its neighbours, a byte outside UTF-8 becomes U+FFFD.
import { runesOf } from './bytes.ts';

function mapRunes(text: string, map: (rune: string) => string): string {
  let out = '';
  for (const rune of runesOf(text)) {
    if (rune === '\u0130') {
      out += map('I') === 'i' ? 'i' : rune;
      continue;
    }
    const mapped = map(rune);
    out += [...mapped].length === 1 ? mapped : rune;
  }
  return out;
}

const ascii = /^[\0-\x7f]*$/;

/** strings.ToLower */
export function toLower(text: string): string {
  return ascii.test(text) ? text.toLowerCase() : mapRunes(text, (rune) => rune.toLowerCase());
}

/** strings.ToUpper */
export function toUpper(text: string): string {
  return ascii.test(text) ? text.toUpperCase() : mapRunes(text, (rune) => rune.toUpperCase());
}
