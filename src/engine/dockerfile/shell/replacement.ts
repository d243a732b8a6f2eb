import { Matcher, type Pattern } from './pattern.ts';

type Tokens = Extract<Pattern, { tokens: unknown }>['tokens'];

/** The text of a replacement for one match: Go's Regexp.Expand, whose only group is $0. */
function expandTemplate(template: string, matched: string): string {
  return template.replace(/\$(?:\$|\{([\p{L}\p{Nd}_]+)\}|([\p{L}\p{Nd}_]+))/gu, (all, braced?: string, bare?: string) => {
    const name = braced ?? bare;
    if (name === undefined) return all === '$$' ? '$' : all;
    return /^0+$/.test(name) ? matched : '';
  });
}

/** Replaces the first match; the replacement is taken as it is. */
export function replaceFirst(tokens: Tokens, text: readonly string[], replacement: string): string {
  const match = new Matcher(tokens, text, true).find(0);
  if (match === undefined) return text.join('');
  return text.slice(0, match.start).join('') + replacement + text.slice(match.end).join('');
}

/** Replaces every match that does not overlap an earlier one; $0 and the like in the replacement are expanded, as Go's ReplaceAllString does. */
export function replaceAll(tokens: Tokens, text: readonly string[], replacement: string): string {
  const matcher = new Matcher(tokens, text, true);
  let out = '';
  let copied = 0;
  let lastEnd = -1;
  for (let from = 0; from <= text.length; ) {
    const match = matcher.find(from);
    if (match === undefined) break;
    if (match.end > match.start || match.end !== lastEnd) {
      out += text.slice(copied, match.start).join('') + expandTemplate(replacement, text.slice(match.start, match.end).join(''));
      copied = match.end;
    }
    lastEnd = match.end;
    from = match.end > from ? match.end : from + 1;
  }
  return out + text.slice(copied).join('');
}
