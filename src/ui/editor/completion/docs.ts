import type { Locale } from '../../../i18n/index.ts';

export type Docs = Readonly<Record<string, string>>;

/** The documentation in one language, fetched when first needed. */
export async function docsIn(locale: Locale): Promise<Docs> {
  return locale === 'zh' ? (await import('./docs.zh.ts')).zh : (await import('./docs.en.ts')).en;
}
