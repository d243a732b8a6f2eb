// Two names stand for two images.
import { defineCheck, met, shortID, unmet, withImages } from '../../check.ts';

export const differentId = defineCheck('different-id', { a: 'reference', b: 'reference' }, (input, { a, b }) =>
  withImages(input, [a, b], (first, second) =>
    first?.id !== second?.id ? met() : unmet('same-id', { a, b, id: shortID(first?.id ?? '') }),
  ),
);
