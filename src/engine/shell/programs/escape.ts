/**
 * A backslash sequence of echo -e, printf and their like, from the character after the backslash (busybox's
 * bb_process_escape_sequence). An unknown sequence gives the backslash and takes nothing.
 */
export function readEscape(text: string, at: number): { text: string; end: number } {
  const c = text[at] ?? '';
  if (c === 'x') {
    const digits = /^[0-9a-fA-F]{1,2}/.exec(text.slice(at + 1, at + 3))?.[0];
    if (digits === undefined) return { text: '\\', end: at };
    return { text: String.fromCharCode(Number.parseInt(digits, 16)), end: at + 1 + digits.length };
  }
  if (c >= '0' && c <= '7' && c !== '') {
    let value = 0;
    let end = at;
    while (end < at + 3 && /^[0-7]$/.test(text[end] ?? '')) {
      const next = value * 8 + Number(text[end]);
      if (next > 255) break;
      value = next;
      end++;
    }
    return { text: String.fromCharCode(value), end };
  }
  const simple = c === '' ? -1 : 'abefnrtv\\'.indexOf(c);
  return simple < 0 ? { text: '\\', end: at } : { text: '\x07\b\x1b\f\n\r\t\v\\'[simple]!, end: at + 1 };
}
