import type { KeepWords } from '../words.ts';

export function commandCount(count: number, t: KeepWords): string {
  if (count === 0) return t('commands.none');
  return t(count === 1 ? 'commands.one' : 'commands', { n: count });
}

/** `12,345`: the same in both languages. */
export const digits = (value: number): string => value.toLocaleString('en');
