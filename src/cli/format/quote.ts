/** Go's quoting (strconv.Quote, QuoteRune): the text of `%q`. Source: go/src/strconv/quote.go. */
export function goQuote(s: string, ascii = false): string {
  let out = '"';
  for (const c of s) out += escapeRune(c.codePointAt(0)!, '"', ascii);
  return `${out}"`;
}

/** Quotes one code point as a Go character literal: `'x'`. */
export function goQuoteRune(code: number): string {
  return `'${escapeRune(code, "'", false)}'`;
}

function escapeRune(code: number, quote: string, ascii: boolean): string {
  if (code >= 0xd800 && code <= 0xdfff) code = 0xfffd;
  const c = String.fromCodePoint(code);
  if (c === quote || c === '\\') return `\\${c}`;
  const short = SHORT[c];
  if (short) return short;
  if (code < 0x20 || code === 0x7f) return `\\x${hex(code, 2)}`;
  if (code < 0x7f || (!ascii && isPrint(c))) return c;
  return code < 0x10000 ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`;
}

const SHORT: Record<string, string> = { '\x07': '\\a', '\b': '\\b', '\f': '\\f', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\v': '\\v' };

function hex(n: number, width: number): string {
  return n.toString(16).padStart(width, '0');
}

/** Go's unicode.IsPrint: letters, marks, numbers, punctuation, symbols, and the ASCII space. */
export function isPrint(c: string): boolean {
  return c === ' ' || /^[\p{L}\p{M}\p{N}\p{P}\p{S}]$/u.test(c);
}

/** Reads a Go string literal in double quotes or back quotes, or a character literal; undefined when it is not one. */
export function goUnquote(literal: string): string | undefined {
  const quote = literal[0];
  if (literal.length < 2 || quote !== literal.at(-1)) return undefined;
  const body = literal.slice(1, -1);
  if (quote === '`') return body.includes('`') ? undefined : body.replaceAll('\r', '');
  if (quote !== '"' && quote !== "'") return undefined;
  const bytes: number[] = [];
  for (let i = 0; i < body.length; ) {
    const step = unescapeAt(body, i, quote);
    if (!step) return undefined;
    bytes.push(...step.bytes);
    i = step.next;
  }
  return new TextDecoder().decode(new Uint8Array(bytes));
}

function unescapeAt(s: string, i: number, quote: string): { bytes: number[]; next: number } | undefined {
  const c = s[i]!;
  if (c === quote || c === '\n') return undefined;
  if (c !== '\\') {
    const code = s.codePointAt(i)!;
    const text = String.fromCodePoint(code);
    return { bytes: [...new TextEncoder().encode(text)], next: i + text.length };
  }
  const e = s[i + 1];
  if (e === undefined) return undefined;
  const simple = SIMPLE[e];
  if (simple !== undefined) return { bytes: [simple], next: i + 2 };
  if (e === quote) return { bytes: [e.charCodeAt(0)], next: i + 2 };
  const width = { x: 2, u: 4, U: 8 }[e];
  if (width) {
    const digits = s.slice(i + 2, i + 2 + width);
    if (digits.length !== width || !/^[0-9a-fA-F]+$/.test(digits)) return undefined;
    const code = Number.parseInt(digits, 16);
    if (e === 'x') return { bytes: [code], next: i + 4 };
    if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
    return { bytes: [...new TextEncoder().encode(String.fromCodePoint(code))], next: i + 2 + width };
  }
  const octal = s.slice(i + 1, i + 4);
  if (!/^[0-7]{3}$/.test(octal) || Number.parseInt(octal, 8) > 255) return undefined;
  return { bytes: [Number.parseInt(octal, 8)], next: i + 4 };
}

const SIMPLE: Record<string, number> = { a: 7, b: 8, f: 12, n: 10, r: 13, t: 9, v: 11, '\\': 92 };
