// The image has exactly so many layers over its base.
import { code, defineCheck, met, sharedLayers, unmet, withImages } from '../../check.ts';

export const layersAdded = defineCheck(
  'layers-added',
  { image: 'reference', base: 'reference', count: 'number' },
  (input, { image, base, count }) =>
    withImages(input, [image, base], (mine, below) => {
      if (!mine || !below) return met();
      const shared = sharedLayers(mine, below);
      if (shared < below.layers.length) {
        const found = mine.layers[shared]?.diffID ?? '';
        return unmet(
          'layers-not-on-base',
          { image, base, position: shared + 1, found: code(found), wanted: code(below.layers[shared]?.diffID ?? '') },
          { image: mine.id },
        );
      }
      const added = mine.layers.slice(shared);
      return added.length === count
        ? met()
        : unmet(
            'layers-added',
            { image, base, found: added.length, wanted: count },
            { image: mine.id, layers: added.map((layer) => layer.diffID) },
          );
    }),
);
