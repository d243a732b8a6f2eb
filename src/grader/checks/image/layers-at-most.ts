import { defineCheck, met, unmet, withPair } from '../../check.ts';
import { above, ids } from './layers.ts';

export const layersAtMost = defineCheck(
  'layers-at-most',
  { image: 'reference', base: 'reference', count: 'number' },
  {
    about: { en: 'The image has no more than so many layers over its base.', zh: '镜像在基础镜像之上不超过这么多层。' },
    example: { image: 'web:1', base: 'alpine:3.22', count: 2 },
  },
  (input, { image, base, count }) =>
    withPair(input, image, base, (mine, below) =>
      above(mine, below, { image, base }, (added) => {
        const evidence = { image: mine.id, layers: ids(added) };
        return added.length <= count
          ? met(evidence)
          : unmet('layers-at-most', { image, base, found: added.length, wanted: count }, evidence);
      }),
    ),
);
