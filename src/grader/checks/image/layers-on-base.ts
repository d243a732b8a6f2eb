import { defineCheck, met, withPair } from '../../check.ts';
import { above, ids } from './layers.ts';

export const layersOnBase = defineCheck(
  'layers-on-base',
  { image: 'reference', base: 'reference' },
  {
    about: {
      en: 'The image begins with all layers of another one, which has to be on the machine: the start can pull it.',
      zh: '镜像从另一个镜像的全部层开始；那个镜像要在机器上，可以在开头拉取。',
    },
    example: { image: 'web:1', base: 'alpine:3.22' },
  },
  (input, { image, base }) =>
    withPair(input, image, base, (mine, below) =>
      above(mine, below, { image, base }, () => met({ image: mine.id, layers: ids(below.layers) })),
    ),
);
