// An image carries this name.
import { defineCheck, met, withImages } from '../../check.ts';

export const imageExists = defineCheck('image-exists', { image: 'reference' }, (input, { image }) =>
  withImages(input, [image], (found) => met({ image: found?.id ?? '' })),
);
