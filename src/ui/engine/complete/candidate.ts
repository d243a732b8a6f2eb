// What a word could become, and how it is written so that the shell reads it back as that.
import type { Completion, CompletionDetail } from '../../session/engine-session.ts';
import type { Typed } from './words.ts';

export interface Candidate {
  /** The whole word (or the part after `after`), unquoted. */
  readonly text: string;
  readonly kind: CompletionDetail['kind'];
  /** In the list instead of `text`. */
  readonly shown?: string;
  /** One line about it, in Docker's words or as data. */
  readonly note?: string;
  /** It is already written as the shell wants it. */
  readonly raw?: true;
}

/** Candidates, and how much of the typed word stays as it is before them. */
export interface Found {
  readonly list: readonly Candidate[];
  /** Characters of the typed word (as it stands in the line) that stay. */
  readonly keep?: number;
}

export const found = (list: readonly Candidate[], keep = 0): Found => ({ list, keep });

/** The candidates that go on with what is typed, in order, each once. */
export function completion({ list, keep = 0 }: Found, typed: Typed, cursor: number): Completion {
  const opening = keep === 0 ? typed.quote : '';
  const rest = keep === 0 ? typed.text : typed.raw.slice(keep).replace(/^["']/, '');
  const taken = new Map<string, Candidate>();
  for (const candidate of list) {
    if (!candidate.text.startsWith(rest) && !(candidate.raw && candidate.text.startsWith(typed.raw.slice(keep)))) continue;
    const text = candidate.raw ? candidate.text : quoted(candidate.text, keep === 0 ? opening : typed.quote, opening !== '');
    if (!taken.has(text)) taken.set(text, candidate);
  }
  const sorted = [...taken].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return {
    candidates: sorted.map(([text]) => text),
    details: sorted.map(([, { kind, shown, note }]) => ({
      kind,
      ...(shown === undefined ? {} : { shown }),
      ...(note === undefined ? {} : { note }),
    })),
    from: typed.from + keep,
    to: cursor,
  };
}

/** A text as it must stand in the line: inside an open quote (which a finished word closes), or with backslashes. */
export function quoted(text: string, quote: Typed['quote'], opens = quote !== ''): string {
  const open = opens ? quote : '';
  const close = quote !== '' && !/[/=:]$/.test(text) ? quote : '';
  if (quote === "'") return `${open}${text.replaceAll("'", "'\\''")}${close}`;
  if (quote === '"') return `${open}${text.replace(/["\\`$]/g, '\\$&')}${close}`;
  return text.replace(/[\s'"\\`$&|;<>()*?[\]#!]/g, '\\$&').replace(/^~/, '\\~');
}
