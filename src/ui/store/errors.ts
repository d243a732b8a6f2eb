// Why a question had no answer, in words.
import type { StoreWords } from './words.ts';

const known = ['toolarge', 'nofile', 'layout', 'zstd', 'nojson', 'slow'] as const;

/** Our own reasons have words; what the engine says is shown as it is. */
export function sayError(message: string, t: StoreWords): string {
  const which = known.find((one) => message === `store.${one}`);
  return which === undefined ? message : t(`error.store.${which}`);
}
