// Languages and addresses. The address carries the language; ids never do.
import type { Locale } from './t.ts';

export const locales = ['en', 'zh'] as const satisfies readonly Locale[];

/** The value of `lang` in HTML. */
export const htmlLang: Readonly<Record<Locale, string>> = { en: 'en', zh: 'zh-CN' };

const prefix: Readonly<Record<Locale, string>> = { en: '/', zh: '/zh-cn/' };

/** The address of a page in a language; `path` is relative to the language's root, e.g. `learn/layer-stack/` or ``. */
export function address(locale: Locale, path: string): string {
  return prefix[locale] + path;
}

/** The language of the page; where there is no page, English. */
export const pageLocale = (): Locale => (typeof document !== 'undefined' && document.documentElement.lang.startsWith('zh') ? 'zh' : 'en');

export function other(locale: Locale): Locale {
  return locale === 'en' ? 'zh' : 'en';
}

/** What a `[...lang]` page returns from getStaticPaths. Fresh objects each time, because Astro changes the ones it gets. */
export function routes(): { params: { lang: string | undefined }; props: { locale: Locale } }[] {
  return locales.map((locale) => ({ params: { lang: locale === 'en' ? undefined : 'zh-cn' }, props: { locale } }));
}
