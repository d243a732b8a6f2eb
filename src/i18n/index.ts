// Words of the interface in both languages, and which language has which address.
// Knows no page, no component and no lesson text.
export { formatBytes } from './bytes.ts';
export { address, htmlLang, locales, other, pageLocale, routes } from './locale.ts';
export { between, sentences } from './sentences.ts';
export { type Locale, type Words, type WordsOf, words, wordsOf } from './t.ts';
