import { defineCheck, met, unmet, withImage } from '../../check.ts';

export const layersCount = defineCheck(
  'layers-count',
  { image: 'reference', count: 'number' },
  { about: { en: 'The image has so many layers.', zh: '镜像有这么多层。' }, example: { image: 'web:1', count: 3 } },
  (input, { image, count }) =>
    withImage(input, image, (facts) => {
      const found = facts.layers.length;
      return found === count ? met({ image: facts.id }) : unmet('layers-count', { image, found, wanted: count }, { image: facts.id });
    }),
);
