// One layer holds a whiteout for a path. Layers count from 1, oldest first; −1 is the newest.
import { defineCheck, met, unmet, withImages } from '../../check.ts';

export const layerWhiteout = defineCheck(
  'layer-whiteout',
  { image: 'reference', layer: 'number', path: 'path' },
  (input, { image, layer, path }) =>
    withImages(input, [image], (facts) => {
      const found = facts?.layers.at(layer > 0 ? layer - 1 : layer);
      if (!facts || !found) return unmet('layer-none', { image, layer, found: facts?.layers.length ?? 0 });
      const has = found.entries().some((entry) => entry.kind === 'whiteout' && entry.path === path);
      const evidence = { image: facts.id, layers: [found.diffID], paths: [path] };
      return has ? met(evidence) : unmet('layer-no-whiteout', { image, layer: facts.layers.indexOf(found) + 1, path }, evidence);
    }),
);
