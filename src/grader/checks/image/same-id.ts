import { defineCheck, met, shortID, unmet, withPair } from '../../check.ts';

export const sameId = defineCheck(
  'same-id',
  { a: 'reference', b: 'reference' },
  { about: { en: 'Two names stand for one image.', zh: '两个名字指的是同一个镜像。' }, example: { a: 'web:1', b: 'web:latest' } },
  (input, { a, b }) =>
    withPair(input, a, b, (first, second) =>
      first.id === second.id
        ? met({ image: first.id })
        : unmet('different-id', { a, b, idA: shortID(first.id), idB: shortID(second.id) }, { image: first.id }),
    ),
);
