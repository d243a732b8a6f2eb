import { wordsOf } from '../../i18n/index.ts';
import { en } from './words.en.ts';
import { zh } from './words.zh.ts';

/** The timeline's words. */
export const timelineWords = wordsOf({ en, zh });
export type TimelineWords = ReturnType<typeof timelineWords>;
