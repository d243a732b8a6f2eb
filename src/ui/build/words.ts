import { type WordsOf, wordsOf } from '../../i18n/index.ts';
import { type BuildWord, en } from './words.en.ts';
import { zh } from './words.zh.ts';

export type BuildWords = WordsOf<BuildWord>;

/** The words of the Build picture; they come with it. */
export const buildWords = wordsOf<BuildWord>({ en, zh });
