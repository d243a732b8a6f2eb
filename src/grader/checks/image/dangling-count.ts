// Exactly so many images have no name.
import { defineCheck, met, unmet } from '../../check.ts';

export const danglingCount = defineCheck('dangling-count', { count: 'number' }, (input, { count }) => {
  const found = input.after.images.filter((image) => image.refs.length === 0).length;
  return found === count ? met() : unmet('dangling-count', { found, wanted: count });
});
