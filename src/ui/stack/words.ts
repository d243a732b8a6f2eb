import { type WordsOf, wordsOf } from '../../i18n/index.ts';
import { en, type StackKey } from './words.en.ts';
import { zh } from './words.zh.ts';

export type StackWords = WordsOf<StackKey>;
export const stackWords = wordsOf<StackKey>({ en, zh });
