import type { Regex } from '../../../regex/index.ts';
import { AwkError } from './source-error.ts';

const MAX_TEXT = 64 * 1024 * 1024;

/**
 * sub, gsub and gensub: replaces match number `nth` (0: all; else that one, earlier ones are left). With `groups`, `\1` to
 * `\9` stand for groups. Backslashes before `&` count in pairs.
 */
export function awkSubstitute(
  text: string,
  regex: Regex,
  replacement: string,
  nth: number,
  groups: boolean,
): { text: string; count: number } {
  const out: string[] = [];
  let size = 0;
  let at = 0;
  let count = 0;
  for (;;) {
    const match = regex.exec(text, { base: at, notBol: at > 0 || count > 0 });
    if (match === undefined) break;
    const start = match[0]!;
    const end = match[1]!;
    out.push(text.slice(at, start));
    if (++count >= nth) {
      const filled = fill(replacement, groups, (group) =>
        match[2 * group]! < 0 ? '' : text.slice(match[2 * group]!, match[2 * group + 1]!),
      );
      out.push(filled);
      size += filled.length;
      if (size > MAX_TEXT) throw new AwkError('out of memory');
    } else out.push(text.slice(start, end));
    at = end;
    if (count === nth) break;
    if (start === end) {
      if (at >= text.length) break;
      out.push(text[at++]!);
    }
  }
  return { text: out.join('') + text.slice(at), count };
}

function fill(replacement: string, groups: boolean, group: (index: number) => string): string {
  if (!/[&\\]/.test(replacement)) return replacement;
  let out = '';
  let backslashes = 0;
  for (const char of replacement) {
    out += char;
    if (char === '\\') {
      backslashes++;
      continue;
    }
    const digit = groups && char >= '0' && char <= '9';
    if (char === '&' || digit) {
      out = out.slice(0, out.length - ((backslashes + 3) >> 1));
      if (digit) backslashes++;
      out += backslashes % 2 === 1 ? char : group(digit ? Number(char) : 0);
    }
    backslashes = 0;
  }
  return out;
}
