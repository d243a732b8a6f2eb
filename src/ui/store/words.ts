// Words of the Store picture, in both languages; loaded with it.
import { type WordsOf, wordsOf } from '../../i18n/index.ts';
import { en, type StoreKey } from './words.en.ts';
import { zh } from './words.zh.ts';

export type { StoreKey } from './words.en.ts';
export type StoreWords = WordsOf<StoreKey>;
export const storeWords = wordsOf<StoreKey>({ en, zh });
