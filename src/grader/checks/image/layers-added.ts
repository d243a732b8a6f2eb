import { defineCheck, met, unmet, withPair } from '../../check.ts';
import { above, ids } from './layers.ts';

export const layersAdded = defineCheck(
  'layers-added',
  { image: 'reference', base: 'reference', count: 'number' },
  {
    about: { en: 'The image has exactly so many layers over its base.', zh: '镜像在基础镜像之上恰好有这么多层。' },
    example: { image: 'web:1', base: 'alpine:3.22', count: 2 },
  },
  (input, { image, base, count }) =>
    withPair(input, image, base, (mine, below) =>
      above(mine, below, { image, base }, (added) => {
        const evidence = { image: mine.id, layers: ids(added) };
        return added.length === count
          ? met(evidence)
          : unmet('layers-added', { image, base, found: added.length, wanted: count }, evidence);
      }),
    ),
);
