// The image's history has exactly so many rows, empty ones included.
import { defineCheck, met, unmet, withImages } from '../../check.ts';

export const historyRows = defineCheck('history-rows', { image: 'reference', count: 'number' }, (input, { image, count }) =>
  withImages(input, [image], (facts) => {
    const found = facts?.history.length ?? 0;
    return found === count ? met() : unmet('history-rows', { image, found, wanted: count }, { image: facts?.id ?? '' });
  }),
);
