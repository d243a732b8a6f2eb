// quiz.yaml: options by id, the key as a set of ids, an explanation under every option.
import { z } from 'zod';
import { id, localized } from './localized.ts';

const option = z.strictObject({ id, say: localized, why: localized });

const item = z
  .strictObject({
    id,
    kind: z.enum(['single', 'multiple']),
    ask: localized,
    options: z.array(option).min(2),
    answer: z.array(id).min(1),
  })
  .superRefine((value, context) => {
    const known = new Set(value.options.map((one) => one.id));
    if (known.size !== value.options.length)
      context.addIssue({ code: 'custom', path: ['options'], message: 'expected every option to have its own id' });
    value.answer.forEach((one, index) => {
      if (!known.has(one))
        context.addIssue({
          code: 'custom',
          path: ['answer', index],
          message: `expected the id of an option (${[...known].join(', ')})`,
          input: one,
        });
    });
    if (value.kind === 'single' && value.answer.length !== 1)
      context.addIssue({
        code: 'custom',
        path: ['answer'],
        message: 'expected exactly one id, because the kind is single',
        input: value.answer,
      });
  });

export const quiz = z.strictObject({ id, items: z.array(item).min(1) });
export type Quiz = z.infer<typeof quiz>;
export type QuizItem = z.infer<typeof item>;
