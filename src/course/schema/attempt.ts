// attempts/*.yaml: what someone might do, and the verdict it must get.
import { z } from 'zod';
import { id } from './localized.ts';

export const attempt = z.strictObject({
  about: z.string().min(1),
  exercise: id,
  files: z.record(z.string(), z.string()).default({}),
  run: z.array(z.string().min(1)).default([]),
  /** Lines that end with another code than 0, on purpose. */
  exits: z.record(z.string(), z.int()).default({}),
  expect: z.union([
    z.literal('pass'),
    /** The goals that must be unmet, exactly these, and the trap that must speak. */
    z.strictObject({ unmet: z.array(id).min(1), trap: id.optional() }),
  ]),
});
export type AttemptFacts = z.infer<typeof attempt>;
