// Words of the digest ripple, in both languages; loaded with it.
import { type WordsOf, wordsOf } from '../../../i18n/index.ts';
import { en, type RippleKey } from './words.en.ts';
import { zh } from './words.zh.ts';

export type { RippleKey } from './words.en.ts';
export type RippleWords = WordsOf<RippleKey>;
export const rippleWords = wordsOf<RippleKey>({ en, zh });
