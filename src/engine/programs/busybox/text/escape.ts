const SIMPLE: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
};

/**
 * The byte that an escape stands for (bb_process_escape_sequence). `at` is just after the backslash. An unknown escape is
 * the backslash itself and takes nothing; octal takes up to three digits, `x` up to two.
 */
export function readEscape(text: string, at: number): { byte: string; end: number } {
  const char = text[at] ?? '';
  const octal = /^[0-7]{1,3}/.exec(text.slice(at, at + 3));
  if (octal !== null) {
    const digits = Number.parseInt(octal[0], 8) > 255 ? octal[0].slice(0, 2) : octal[0];
    return { byte: String.fromCharCode(Number.parseInt(digits, 8)), end: at + digits.length };
  }
  if (char === 'x') {
    const hex = /^[0-9a-fA-F]{1,2}/.exec(text.slice(at + 1, at + 3));
    if (hex !== null) return { byte: String.fromCharCode(Number.parseInt(hex[0], 16)), end: at + 1 + hex[0].length };
  }
  const simple = Object.hasOwn(SIMPLE, char) ? SIMPLE[char] : undefined;
  return simple === undefined ? { byte: '\\', end: at } : { byte: simple, end: at + 1 };
}
