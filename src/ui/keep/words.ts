import { type WordsOf, wordsOf } from '../../i18n/index.ts';
import { en } from './words.en.ts';
import { zh } from './words.zh.ts';

export type KeepWord = keyof typeof en;
export type KeepWords = WordsOf<KeepWord>;
export const keepWords = wordsOf<KeepWord>({ en, zh });
