import { defineCheck, met, shortID, unmet, withPair } from '../../check.ts';

export const differentId = defineCheck(
  'different-id',
  { a: 'reference', b: 'reference' },
  { about: { en: 'Two names stand for two images.', zh: '两个名字指的是两个镜像。' }, example: { a: 'web:1', b: 'web:2' } },
  (input, { a, b }) =>
    withPair(input, a, b, (first, second) =>
      first.id !== second.id ? met() : unmet('same-id', { a, b, id: shortID(first.id) }, { image: first.id }),
    ),
);
