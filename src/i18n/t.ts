// Looking up a word: locale and key in, sentence out, with {name} places filled.
import { en, type WordKey } from './en.ts';
import { zh } from './zh.ts';

export type Locale = 'en' | 'zh';
export type Words = (key: WordKey, values?: Readonly<Record<string, string | number>>) => string;

const books: Readonly<Record<Locale, Readonly<Record<WordKey, string>>>> = { en, zh };

/** The words of one language. An unfilled place stays visible as `{name}`, so a missing value is seen. */
export function words(locale: Locale): Words {
  const book = books[locale];
  return (key, values) => fill(book[key], values);
}

/** Replaces `{name}` by `values.name`. */
function fill(text: string, values: Readonly<Record<string, string | number>> = {}): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => (name in values ? String(values[name]) : place));
}
