import { pageLocale } from '../../../i18n/index.ts';
import { filled, type Reason } from './reason.ts';

/** A worker's reason in the language of the page; the words of a language come when the first one is said in it. */
export async function sayReason({ message, key, values }: Reason, locale = pageLocale()): Promise<string> {
  if (key === undefined || locale === 'en') return message;
  const words = await import('./words.zh.ts').catch(() => undefined);
  return words === undefined ? message : filled(words.zh[key], values);
}
