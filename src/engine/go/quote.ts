import { isRawByte } from './bytes.ts';

const printable = /[\p{L}\p{M}\p{N}\p{P}\p{S} ]/u;
const named: Readonly<Record<string, string>> = {
  '\x07': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
  '\\': '\\\\',
  '"': '\\"',
};

function quoteRune(rune: string): string {
  const name = named[rune];
  if (name !== undefined) return name;
  if (isRawByte(rune)) return `\\x${(rune.charCodeAt(0) - 0xdc00).toString(16)}`;
  const code = rune.codePointAt(0)!;
  if (code >= 0xd800 && code <= 0xdfff) return '\\ufffd';
  if (printable.test(rune)) return rune;
  if (code < 0x20 || code === 0x7f) return `\\x${code.toString(16).padStart(2, '0')}`;
  return code < 0x10000 ? `\\u${code.toString(16).padStart(4, '0')}` : `\\U${code.toString(16).padStart(8, '0')}`;
}

/** Go's strconv.Quote (and %q of a string). */
export function quote(text: string): string {
  if (/^[ !#-[\]-~]*$/.test(text)) return `"${text}"`;
  let out = '"';
  for (const rune of text) out += quoteRune(rune);
  return `${out}"`;
}

/** Go's %q of a []string. */
export function quoteList(texts: readonly string[]): string {
  return `[${texts.map(quote).join(' ')}]`;
}
