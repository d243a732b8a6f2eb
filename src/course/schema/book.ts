// course.yaml, chapter.yaml and glossary.yaml.
import { z } from 'zod';
import { id, localized, uniqueIds } from './localized.ts';

export const courseFacts = z.strictObject({
  title: localized,
  licence: z.string(),
  credits: z.array(z.string()),
});

/** A track of the course; its modules group lessons. */
export const chapter = z.strictObject({
  id,
  number: z.int().positive(),
  title: localized,
  about: localized,
  modules: z.array(z.strictObject({ id, title: localized })).min(1),
});

const term = z.strictObject({
  id,
  en: z.strictObject({ term: z.string(), say: z.string() }),
  zh: z.strictObject({ term: z.string(), say: z.string() }),
  spec: z.string().startsWith('https://').optional(),
});

export const glossary = z
  .strictObject({ terms: z.array(term).min(1) })
  .superRefine((value, context) => uniqueIds(value.terms, context, 'terms'));

export type CourseFacts = z.infer<typeof courseFacts>;
export type ChapterFacts = z.infer<typeof chapter>;
export type Term = z.infer<typeof term>;
