import { type ByteString, decodeText, encodeText } from '../../kernel/index.ts';

/** The last code point that the recorded build shows; anything above is a question mark (CONFIG_LAST_SUPPORTED_WCHAR). */
const LAST_SHOWN = 0x2ff;

/** A name as listings show it, with the columns it takes: what is not printable UTF-8 becomes `?`. */
export function printable(name: ByteString): { readonly text: ByteString; readonly width: number } {
  if (/^[ -~]*$/.test(name)) return { text: name, width: name.length };
  let text = '';
  let width = 0;
  for (const char of decodeText(name)) {
    const code = char.codePointAt(0)!;
    text += code < 0x20 || (code >= 0x7f && code < 0xa0) || code > LAST_SHOWN ? '?' : char;
    width++;
  }
  return { text: encodeText(text), width };
}
