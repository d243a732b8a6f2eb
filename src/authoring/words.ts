import { wordsOf } from '../i18n/index.ts';
import { en } from './words.en.ts';
import { zh } from './words.zh.ts';

export const previewWords = wordsOf({ en, zh });
