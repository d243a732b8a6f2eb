// Two images share every layer from the bottom up, except the last `but` of each, which differ.
import { defineCheck, met, sharedLayers, unmet, withImages } from '../../check.ts';

export const layersCommonPrefix = defineCheck(
  'layers-common-prefix',
  { a: 'reference', b: 'reference', but: 'number' },
  (input, { a, b, but }) =>
    withImages(input, [a, b], (first, second) => {
      if (!first || !second) return met();
      const shared = sharedLayers(first, second);
      const countA = first.layers.length;
      const countB = second.layers.length;
      const apart = [first.layers[shared], second.layers[shared]].flatMap((layer) => (layer ? [layer.diffID] : []));
      if (countA === countB && shared === countA - but) return met({ layers: first.layers.slice(0, shared).map((layer) => layer.diffID) });
      if (shared === 0) return unmet('prefix-none', { a, b }, { layers: apart });
      if (shared === countA && shared === countB)
        return unmet('prefix-all', { a, b, shared }, { layers: first.layers.slice(-1).map((layer) => layer.diffID) });
      return unmet('prefix-short', { a, b, countA, countB, shared, but }, { layers: apart });
    }),
);
