// Shapes that several content files share.
import { z } from 'zod';

const han = '[\\p{Script=Han}，。；：、！？（）“”…]';
const folds = new RegExp(`(?<=${han}) (?=${han})|(?<=[，。；：、！？（]) | (?=[，。；：、！？（）])`, 'gu');

/** Chinese is written without blanks: one between two characters, or beside a wide mark, comes from a folded line. `code` stays. */
const joined = (text: string) =>
  text
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(folds, '')))
    .join('');

/** A sentence in both languages; either one missing is an error. `code` spans and **strong** are allowed. */
export const localized = z.strictObject({ en: z.string().min(1), zh: z.string().min(1).transform(joined) });
export type Localized = z.infer<typeof localized>;

/** Ids are immutable once published: progress and results are keyed by them. */
export const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'expected a lower-case id such as `share-on-purpose`' });

/** Entries of a list are told apart by their ids; the second of two is told. */
export function uniqueIds(list: readonly { readonly id: string }[], context: z.core.$RefinementCtx, ...path: (string | number)[]): void {
  list.forEach(({ id: one }, index) => {
    if (list.findIndex((other) => other.id === one) < index)
      context.addIssue({ code: 'custom', path: [...path, index, 'id'], message: 'expected an id of its own', input: one });
  });
}
