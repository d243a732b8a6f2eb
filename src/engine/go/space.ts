// Go's unicode.IsSpace: JavaScript's own notion has U+FEFF in it and lacks U+0085.
const space = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;
const spaces = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;

export function isSpace(character: string): boolean {
  return space.test(character);
}

/** The stretches between runs of white space; an empty one at an end that is white space. */
export function splitSpaces(text: string): string[] {
  return text.split(spaces);
}

export function trimLeft(text: string): string {
  let start = 0;
  while (start < text.length && space.test(text[start]!)) start += 1;
  return start === 0 ? text : text.slice(start);
}

export function trimRight(text: string): string {
  let end = text.length;
  while (end > 0 && space.test(text[end - 1]!)) end -= 1;
  return end === text.length ? text : text.slice(0, end);
}

export function trimSpace(text: string): string {
  return trimLeft(trimRight(text));
}

const separator = /[\t\v\f\r ]+/g;

/** Splits at runs of tab, VT, FF, CR and space; at most `limit` parts, the last one holding the rest. */
export function splitBlanks(text: string, limit: number = Number.POSITIVE_INFINITY): string[] {
  const parts: string[] = [];
  let from = 0;
  for (const match of text.matchAll(separator)) {
    if (parts.length === limit - 1) break;
    parts.push(text.slice(from, match.index));
    from = match.index + match[0].length;
  }
  parts.push(text.slice(from));
  return parts;
}
