// The file a lab is kept in: one line of JSON that says what is in it, then the uploads' bytes, one after another. Gzip around it when there are any.
import * as z from 'zod/mini';

const time = z.number().check(z.minimum(0));
const record = z.object({
  version: z.literal(2),
  saved: z.string(),
  history: z.array(z.string()),
  commands: z.int().check(z.minimum(0)),
});
const box = z.object({ title: z.string(), lab: z.string(), created: time, changed: time, record });
const blob = z.object({ sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)), size: z.int().check(z.minimum(0)) });

export const header = z.object({
  strata: z.literal('boxes'),
  version: z.literal(1),
  boxes: z.array(box).check(z.minLength(1)),
  blobs: z.array(blob),
});
export type Header = z.infer<typeof header>;
/** One lab in a file. */
export type FiledBox = z.infer<typeof box>;

/** Why a file cannot be opened. */
export type FileTrouble = 'damaged' | 'newer' | 'large' | 'foreign';

export class FileError extends Error {
  readonly trouble: FileTrouble;
  constructor(trouble: FileTrouble) {
    super(trouble);
    this.trouble = trouble;
  }
}

/** Most bytes of the first line, and of everything. */
export const mostHeader = 64 << 20;
export const mostBytes = 2 ** 30;
