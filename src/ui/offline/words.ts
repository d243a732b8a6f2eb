import { wordsOf } from '../../i18n/index.ts';
import { en } from './words.en.ts';
import { zh } from './words.zh.ts';

export type OfflineWord = keyof typeof en;

export const offlineWords = wordsOf<OfflineWord>({ en, zh });
