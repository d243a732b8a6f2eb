// content/labs/*.yaml: labs that belong to no lesson (front page, sandbox).
import { z } from 'zod';
import { startState } from './lesson.ts';
import { id } from './localized.ts';

export const labFacts = z.strictObject({
  id,
  start: startState,
  ready: z.string().optional(),
  /** Commands offered as buttons; they are put at the prompt. */
  tries: z.array(z.string().min(1)).default([]),
});
export type LabFacts = z.infer<typeof labFacts>;
