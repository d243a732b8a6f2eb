import type { RefusalKey } from './words.en.ts';

export type Values = Readonly<Record<string, string | number>>;

/** Why something was not done, as it goes from the worker to the page. Without a key it is the words of Docker or of the machine, in their own language. */
export interface Reason {
  readonly message: string;
  readonly key?: RefusalKey;
  readonly values?: Values;
}

/** Replaces `{name}` by `values.name`. */
export const filled = (text: string, values: Values = {}): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => (name in values ? String(values[name]) : place));
