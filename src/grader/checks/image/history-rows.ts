import { defineCheck, met, unmet, withImage } from '../../check.ts';

export const historyRows = defineCheck(
  'history-rows',
  { image: 'reference', count: 'number' },
  {
    about: { en: 'The history has so many rows, empty ones included.', zh: '历史有这么多行，空行也算。' },
    example: { image: 'web:1', count: 4 },
  },
  (input, { image, count }) =>
    withImage(input, image, (facts) => {
      const found = facts.history.length;
      return found === count ? met({ image: facts.id }) : unmet('history-rows', { image, found, wanted: count }, { image: facts.id });
    }),
);
