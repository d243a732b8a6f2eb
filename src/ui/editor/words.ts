import { type Locale, type WordsOf, wordsOf } from '../../i18n/index.ts';
import { type EditorWordKey, en } from './words.en.ts';
import { zh } from './words.zh.ts';

export type EditorWords = WordsOf<EditorWordKey>;
const books = wordsOf<EditorWordKey>({ en, zh });
const kept = new Map<Locale, EditorWords>();

/** The words of editor and file tree; the same function for a language each time. */
export function editorWords(locale: Locale): EditorWords {
  const found = kept.get(locale) ?? books(locale);
  kept.set(locale, found);
  return found;
}
