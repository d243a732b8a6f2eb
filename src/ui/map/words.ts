import { type WordsOf, wordsOf } from '../../i18n/index.ts';
import { en } from './words.en.ts';
import { zh } from './words.zh.ts';

export type MapWord = keyof typeof en;
export type MapWords = WordsOf<MapWord>;
export const mapWords = wordsOf<MapWord>({ en, zh });

/** `45 min`, `2 h`, `2 h 35 min`. */
export function duration(minutes: number, t: MapWords): string {
  const [h, m] = [Math.floor(minutes / 60), minutes % 60];
  if (h === 0) return t('time.minutes', { m });
  return m === 0 ? t('time.hours', { h }) : t('time.both', { h, m });
}
