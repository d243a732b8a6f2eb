import { type WordsOf, wordsOf } from '../../i18n/index.ts';
import { en } from './words.en.ts';
import { zh } from './words.zh.ts';

export type QuizWords = WordsOf<keyof typeof en>;
export const quizWords = wordsOf<keyof typeof en>({ en, zh });
