import { type WordsOf, wordsOf } from '../../i18n/index.ts';
import { en } from './words.en.ts';
import { zh } from './words.zh.ts';

export type BrowserWords = WordsOf<keyof typeof en>;
export const browserWords = wordsOf<keyof typeof en>({ en, zh });

/** What a failed request means and what to try. `failure` is an error name, `message` the engine's own words. */
export function sayFailure(failure: string, message: string, url: string, t: BrowserWords): string {
  const key = `web.fail.${failure}` as keyof typeof en;
  let host = url;
  try {
    host = new URL(url).host;
  } catch {
    // The address itself is what is wrong.
  }
  return key in en ? t(key, { host }) : t('web.fail', { message });
}
