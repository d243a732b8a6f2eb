import type { Locale } from './t.ts';

/** What stands between two sentences: a Chinese one ends in a wide mark that brings its own blank. */
export const between = (locale: Locale): string => (locale === 'zh' ? '' : ' ');

/** Sentences one after another; those that are missing are left out. */
export const sentences = (locale: Locale, ...all: readonly (string | false | undefined)[]): string =>
  all.filter((one): one is string => typeof one === 'string' && one !== '').join(between(locale));
