// The prose of lessons. Everything else in content/ is data, read and checked by src/course.

import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { withoutNumber } from './course/index.ts';

/** `20-layers/10-layer-stack/en.mdx` → `layer-stack/en`. */
const generateId = ({ entry }: { entry: string }) => {
  const [lesson = '', file = ''] = entry.split('/').slice(-2);
  return `${withoutNumber(lesson)}/${file.replace(/\.mdx$/, '')}`;
};

export const collections = {
  prose: defineCollection({
    loader: glob({ base: './content/chapters', pattern: '*/*/{en,zh}.mdx', generateId }),
    schema: z.object({ lang: z.enum(['en', 'zh']) }),
  }),
  /** What shows authors how a lesson is written. */
  examples: defineCollection({
    loader: glob({ base: './content/examples', pattern: '*/{en,zh}.mdx', generateId }),
    schema: z.object({ lang: z.enum(['en', 'zh']) }),
  }),
};
