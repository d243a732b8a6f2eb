// Shapes that several content files share.
import { z } from 'zod';

/** A sentence in both languages; either one missing is an error. `code` spans and **strong** are allowed. */
export const localized = z.strictObject({ en: z.string().min(1), zh: z.string().min(1) });
export type Localized = z.infer<typeof localized>;

/** Ids are immutable once published: progress and results are keyed by them. */
export const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'expected a lower-case id such as `share-on-purpose`' });
