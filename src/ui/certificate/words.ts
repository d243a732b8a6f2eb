import { type WordsOf, wordsOf } from '../../i18n/index.ts';
import { en } from './words.en.ts';
import { zh } from './words.zh.ts';

export type CertificateWord = keyof typeof en;
export type CertificateWords = WordsOf<CertificateWord>;
export const certificateWords = wordsOf<CertificateWord>({ en, zh });
