// The image has exactly so many layers.
import { defineCheck, met, unmet, withImages } from '../../check.ts';

export const layersCount = defineCheck('layers-count', { image: 'reference', count: 'number' }, (input, { image, count }) =>
  withImages(input, [image], (facts) => {
    const found = facts?.layers.length ?? 0;
    return found === count ? met() : unmet('layers-count', { image, found, wanted: count }, { image: facts?.id ?? '' });
  }),
);
