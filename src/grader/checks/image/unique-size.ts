// Fewer than so many bytes belong to this image alone: layers that no other image has.
import { defineCheck, met, unmet, withImages } from '../../check.ts';

export const uniqueSize = defineCheck('unique-size', { image: 'reference', below: 'number' }, (input, { image, below }) =>
  withImages(input, [image], (facts) => {
    if (!facts) return met();
    const elsewhere = new Set(
      input.after.images.filter((one) => one.id !== facts.id).flatMap((one) => one.layers.map((layer) => layer.chainID)),
    );
    const own = facts.layers.filter((layer) => !elsewhere.has(layer.chainID));
    const found = own.reduce((sum, layer) => sum + layer.size, 0);
    const evidence = { image: facts.id, layers: own.map((layer) => layer.diffID) };
    return found < below ? met(evidence) : unmet('unique-size', { image, found, wanted: below }, evidence);
  }),
);
