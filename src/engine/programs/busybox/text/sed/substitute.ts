import type { Captures, Regex } from '../../../regex/index.ts';

/** The longest line that a substitution may make. */
const MAX_LINE = 64 * 1024 * 1024;

/** `line` with matches of `regex` replaced; undefined when nothing was. `which` counts from 1, 0 replaces all. */
export function substitute(line: string, regex: Regex, which: number, replacement: string): string | undefined {
  let match = regex.exec(line);
  if (match === undefined) return undefined;
  const out: string[] = [];
  let size = 0;
  let at = 0;
  let count = 0;
  let altered = false;
  let emptyBefore = true;
  let triedAtEnd = false;
  while (match !== undefined) {
    const start = match[0]!;
    let end = match[1]!;
    count++;
    if (which !== 0 && which !== count) {
      if (start === end && end < line.length) end++;
      out.push(line.slice(at, end));
      at = end;
    } else {
      out.push(line.slice(at, start));
      if (emptyBefore || start !== at || start !== end) {
        const text = fill(replacement, line, match);
        out.push(text);
        size += text.length;
        if (size > MAX_LINE) throw new RangeError('line too long');
        altered = true;
      }
      emptyBefore = start === end;
      if (emptyBefore) {
        if (end >= line.length) triedAtEnd = true;
        else out.push(line[end++]!);
      }
      at = end;
      if (which !== 0) break;
    }
    if (at >= line.length) {
      if (triedAtEnd) break;
      triedAtEnd = true;
    }
    match = regex.exec(line, { base: at, notBol: true });
  }
  return altered ? out.join('') + line.slice(at) : undefined;
}

/** A replacement with `&` and `\0` to `\9` filled in; any other escaped character stands for itself. */
function fill(replacement: string, line: string, match: Captures): string {
  if (!/[\\&]/.test(replacement)) return replacement;
  const group = (index: number): string => {
    const start = match[2 * index];
    return start === undefined || start < 0 ? '' : line.slice(start, match[2 * index + 1]);
  };
  return replacement.replace(/\\([\s\S])|&/g, (whole, next: string | undefined) => {
    if (next === undefined) return whole === '&' ? group(0) : '';
    return next >= '0' && next <= '9' ? group(Number(next)) : next;
  });
}
