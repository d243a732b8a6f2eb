import { wordsOf } from '../../i18n/index.ts';
import { en, type Word } from './words.en.ts';
import { zh } from './words.zh.ts';

/** The words of search, glossary, facts and reference. */
export const referenceWords = wordsOf<Word>({ en, zh });
