// Exactly so many images exist, named or not.
import { defineCheck, met, unmet } from '../../check.ts';

export const imageCount = defineCheck('image-count', { count: 'number' }, (input, { count }) => {
  const found = input.after.images.length;
  return found === count ? met() : unmet('image-count', { found, wanted: count });
});
