// Looking up a word: locale and key in, sentence out, with {name} places filled.
import { en, type WordKey } from './en.ts';
import { zh } from './zh.ts';

export type Locale = 'en' | 'zh';
export type WordsOf<Key extends string> = (key: Key, values?: Readonly<Record<string, string | number>>) => string;
export type Words = WordsOf<WordKey>;

/** The words of one part of the interface, in both languages; a part that is loaded when needed brings its own. */
export function wordsOf<Key extends string>(
  books: Readonly<Record<Locale, Readonly<Record<Key, string>>>>,
): (locale: Locale) => WordsOf<Key> {
  return (locale) => (key, values) => fill(books[locale][key], values);
}

/** The words that every page has. An unfilled place stays visible as `{name}`, so a missing value is seen. */
export const words: (locale: Locale) => Words = wordsOf<WordKey>({ en, zh });

/** Replaces `{name}` by `values.name`. */
function fill(text: string, values: Readonly<Record<string, string | number>> = {}): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => (name in values ? String(values[name]) : place));
}
