// plan.yaml: what the course must hold, counted by its tests.
import { z } from 'zod';
import { id } from './localized.ts';

const fact = z.string().regex(/^T\d{3}$/);
const myth = z.string().regex(/^E\d{2,3}$/);

const planned = z.strictObject({
  id,
  number: z.int().positive(),
  /** The number of the chapter. */
  chapter: z.int().positive(),
  facts: z.array(fact).min(1),
  myths: z.array(myth),
  exercises: z.array(id).min(1),
  quizTopics: z.int().positive(),
});

export const plan = z.strictObject({
  lessons: z.array(planned).min(1),
  /** Myths that must stand beside commands that prove them. */
  proven: z.array(myth),
  capstones: z.array(id),
});
export type Plan = z.infer<typeof plan>;
export type PlannedLesson = z.infer<typeof planned>;
