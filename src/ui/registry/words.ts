// The Registry picture's words in both languages; they are loaded with it.
import { type WordsOf, wordsOf } from '../../i18n/index.ts';
import { en } from './words.en.ts';
import { zh } from './words.zh.ts';

export type RegistryWords = WordsOf<keyof typeof en>;
export const registryWords: (locale: 'en' | 'zh') => RegistryWords = wordsOf<keyof typeof en>({ en, zh });
