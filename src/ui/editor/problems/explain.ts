import type { Locale } from '../../../i18n/index.ts';

export type Explanations = Readonly<Record<string, string>>;

export async function explanationsIn(locale: Locale): Promise<Explanations> {
  return locale === 'zh' ? (await import('./explain.zh.ts')).zh : (await import('./explain.en.ts')).en;
}
