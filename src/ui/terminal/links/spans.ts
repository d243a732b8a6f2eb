// Where a row of text names something that exists. Pure: text and things in, spans out.
import type { Selected } from '../../picture/index.ts';
import type { Things } from './things.ts';

/** UTF-16 offsets, `to` after the last character. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly is: Selected;
}

const token = /sha256:[0-9a-f]{12,64}|[A-Za-z0-9][\w./:@-]*/g;

export function spansOf(text: string, things: Things): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(token)) {
    const word = match[0].replace(/[.:/@-]+$/, '');
    const is = isPartOfText(text, word, match.index) ? undefined : meaning(word, things);
    if (is !== undefined) spans.push({ from: match.index, to: match.index + word.length, text: word, is });
    else spans.push(...within(word, match.index, things));
  }
  return spans;
}

/** The rest of a path (`~/app`, `/app`), or one letter in the middle of a sentence: no name of anything. */
function isPartOfText(text: string, word: string, at: number): boolean {
  return text[at - 1] === '/' || (word.length === 1 && at > 0);
}

function meaning(word: string, { names, ids }: Things): Selected | undefined {
  const named = names.get(word);
  if (named !== undefined) return named;
  const hex = word.replace(/^sha256:/, '');
  if (!/^[0-9a-f]{12,64}$/.test(hex)) return undefined;
  return ids.find(([id]) => id.startsWith(hex))?.[1];
}

/** A digest after a name (`web@sha256:…`), an id after a colon. */
function within(word: string, at: number, things: Things): Span[] {
  const [, lead = '', rest] = /^(.*?)((?:sha256:)?[0-9a-f]{12,64})$/.exec(word) ?? [];
  if (rest === undefined || lead === '' || !/[@:/=]$/.test(lead)) return [];
  const is = meaning(rest, things);
  return is === undefined ? [] : [{ from: at + lead.length, to: at + word.length, text: rest, is }];
}

/** Each thing once, the one named last first: what the list of links shows. */
export function listed(spans: readonly Span[]): Span[] {
  const found = new Map<string, Span>();
  for (const span of [...spans].reverse()) {
    const key = `${span.is.kind} ${span.is.id}`;
    const known = found.get(key);
    // A name says more than an id.
    if (known === undefined) found.set(key, span);
    else if (/^(sha256:)?[0-9a-f]{12,}$/.test(known.text) && !/^(sha256:)?[0-9a-f]{12,}$/.test(span.text)) found.set(key, span);
  }
  return [...found.values()];
}
