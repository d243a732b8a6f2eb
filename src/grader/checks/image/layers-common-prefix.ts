import { defineCheck, met, sharedLayers, unmet, withPair } from '../../check.ts';
import { ids } from './layers.ts';

export const layersCommonPrefix = defineCheck(
  'layers-common-prefix',
  { a: 'reference', b: 'reference', but: 'number' },
  {
    about: {
      en: 'Two images share every layer from the bottom up, except the last `but` of each, which differ.',
      zh: '两个镜像从底部起每层都相同，只有各自最后 `but` 层不同。',
    },
    example: { a: 'web:1', b: 'web:2', but: 1 },
  },
  (input, { a, b, but }) =>
    withPair(input, a, b, (first, second) => {
      const shared = sharedLayers(first, second);
      const countA = first.layers.length;
      const countB = second.layers.length;
      const apart = [first.layers[shared], second.layers[shared]].flatMap((layer) => (layer ? [layer.diffID] : []));
      if (countA === countB && shared === countA - but) return met({ layers: ids(first.layers.slice(0, shared)) });
      if (shared === 0) return unmet('prefix-none', { a, b }, { layers: apart });
      if (shared === countA && shared === countB) return unmet('prefix-all', { a, b, shared }, { layers: ids(first.layers.slice(-1)) });
      return unmet('prefix-short', { a, b, countA, countB, shared, but }, { layers: apart });
    }),
);
