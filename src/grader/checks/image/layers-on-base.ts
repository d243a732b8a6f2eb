// The image begins with all layers of another one: it was built on it, whichever way.
import { code, defineCheck, met, sharedLayers, unmet, withImages } from '../../check.ts';

export const layersOnBase = defineCheck('layers-on-base', { image: 'reference', base: 'reference' }, (input, { image, base }) =>
  withImages(input, [image, base], (mine, below) => {
    if (!mine || !below) return met();
    const shared = sharedLayers(mine, below);
    if (shared === below.layers.length) return met({ image: mine.id, layers: below.layers.map((layer) => layer.diffID) });
    const found = mine.layers[shared]?.diffID;
    const wanted = below.layers[shared]?.diffID ?? '';
    if (found === undefined)
      return unmet('layers-too-few', { image, base, found: mine.layers.length, wanted: below.layers.length }, { image: mine.id });
    return unmet(
      'layers-not-on-base',
      { image, base, position: shared + 1, found: code(found), wanted: code(wanted) },
      { image: mine.id, layers: [found] },
    );
  }),
);
