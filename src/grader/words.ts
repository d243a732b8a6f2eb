// A finding as a sentence in the reader's language.
import type { Finding } from './finding.ts';
import { en } from './words/en.ts';
import { zh } from './words/zh.ts';

const books = { en, zh };

/** One sentence that states what was found; `code` spans mark names. */
export function explain(finding: Finding, locale: 'en' | 'zh'): string {
  return books[locale][finding.key].replace(/\{(\w+)\}/g, (place, name: string) =>
    name in finding.values ? String(finding.values[name]) : place,
  );
}
