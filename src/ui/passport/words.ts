import { type WordsOf, wordsOf } from '../../i18n/index.ts';
import { en } from './words.en.ts';
import { zh } from './words.zh.ts';

export type PassportWord = keyof typeof en;
export type PassportWords = WordsOf<PassportWord>;
export const passportWords = wordsOf<PassportWord>({ en, zh });
