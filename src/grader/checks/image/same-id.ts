// Two names stand for one image.
import { defineCheck, met, shortID, unmet, withImages } from '../../check.ts';

export const sameId = defineCheck('same-id', { a: 'reference', b: 'reference' }, (input, { a, b }) =>
  withImages(input, [a, b], (first, second) =>
    first?.id === second?.id
      ? met({ image: first?.id ?? '' })
      : unmet('different-id', { a, b, idA: shortID(first?.id ?? ''), idB: shortID(second?.id ?? '') }),
  ),
);
