import type { Pattern } from './node.ts';

/** How records are cut into fields, or input into records: by a pattern, by one character, or (a blank, nothing) specially. */
export type Splitter = { readonly kind: 'pattern'; readonly pattern: Pattern } | { readonly kind: 'char'; readonly char: string };

/** The parts of a text. `paragraphs`: a newline separates as well, as it does when RS is empty. */
export function splitText(text: string, splitter: Splitter, paragraphs: boolean, ignoreCase: boolean): string[] {
  if (splitter.kind === 'pattern') return byPattern(text, splitter.pattern, paragraphs, ignoreCase);
  const { char } = splitter;
  if (char === '') return [...text];
  if (char === ' ') return text.split(/[ \t\n]+/).filter((part) => part !== '');
  if (text === '') return [];
  const cuts = new Set([char]);
  if (paragraphs) cuts.add('\n');
  if (ignoreCase && /[A-Za-z]/.test(char)) {
    cuts.add(char.toUpperCase());
    cuts.add(char.toLowerCase());
  }
  if (cuts.size === 1) return text.split(char);
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    if (!cuts.has(text[at]!)) continue;
    parts.push(text.slice(from, at));
    from = at + 1;
  }
  parts.push(text.slice(from));
  return parts;
}

function byPattern(text: string, pattern: Pattern, paragraphs: boolean, ignoreCase: boolean): string[] {
  if (text === '') return [];
  const regex = ignoreCase ? pattern.folded : pattern.plain;
  const parts: string[] = [];
  let at = 0;
  do {
    const newline = paragraphs ? text.indexOf('\n', at) : -1;
    const limit = newline < 0 ? text.length : newline;
    let match = regex.find(text, { base: at });
    for (let base = at; match !== undefined && match.end === base; ) {
      base++;
      match = base >= text.length ? undefined : regex.find(text, { base });
    }
    if (match !== undefined && match.start <= limit) {
      parts.push(text.slice(at, match.start));
      at = match.end;
      if (at >= text.length) parts.push('');
    } else {
      parts.push(text.slice(at, limit));
      at = limit < text.length ? limit + 1 : limit;
    }
  } while (at < text.length);
  return parts;
}
