// One layer itself holds an entry for a path. Layers count from 1, oldest first; −1 is the newest.
import { defineCheck, met, unmet, withImages } from '../../check.ts';

export const layerHas = defineCheck('layer-has', { image: 'reference', layer: 'number', path: 'path' }, (input, { image, layer, path }) =>
  withImages(input, [image], (facts) => {
    const found = facts?.layers.at(layer > 0 ? layer - 1 : layer);
    if (!facts || !found) return unmet('layer-none', { image, layer, found: facts?.layers.length ?? 0 });
    const has = found.entries().some((entry) => entry.path === path && entry.kind !== 'whiteout');
    const evidence = { image: facts.id, layers: [found.diffID], paths: [path] };
    return has ? met(evidence) : unmet('layer-lacks', { image, layer: facts.layers.indexOf(found) + 1, path }, evidence);
  }),
);
