// A finding as a sentence in the reader's language. Pages import this file and not the index: they do not need the checks.
import type { Finding } from './finding.ts';
import { en } from './words/en/index.ts';
import { zh } from './words/zh/index.ts';

const books = { en, zh };

/** `{name}`, or `{name:one:many}` for a number with its word. */
const place = /\{(\w+)(?::([^:}]*):([^}]*))?\}/g;

/** One sentence that states what was found; `code` spans mark names. */
export function explain(finding: Finding, locale: 'en' | 'zh'): string {
  return books[locale][finding.key].replace(place, (written, name: string, one?: string, many?: string) => {
    const value = finding.values[name];
    if (value === undefined) return written;
    return one === undefined ? String(value) : `${value} ${value === 1 ? one : many}`;
  });
}

/** The names that a sentence is filled in with, sorted. */
export const placesIn = (sentence: string): readonly string[] =>
  [...new Set([...sentence.matchAll(place)].map(([, name]) => name ?? ''))].sort();
