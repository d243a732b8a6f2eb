// How many layers an image has, and which of them it shares.
import { code, sharedLayers, unmet } from '../../check.ts';
import type { Finding } from '../../finding.ts';
import type { ImageFacts, LayerFacts } from '../../input/index.ts';

export const ids = (layers: readonly LayerFacts[]): readonly string[] => layers.map((layer) => layer.diffID);

/** Says where an image leaves its base, or goes on with the layers above it. */
export function above(
  image: ImageFacts,
  base: ImageFacts,
  names: { image: string; base: string },
  then: (added: readonly LayerFacts[]) => Finding,
): Finding {
  const shared = sharedLayers(image, base);
  if (shared === base.layers.length) return then(image.layers.slice(shared));
  const found = image.layers[shared];
  if (!found) return unmet('layers-too-few', { ...names, found: image.layers.length, wanted: base.layers.length }, { image: image.id });
  return unmet(
    'layers-not-on-base',
    { ...names, position: shared + 1, found: code(found.diffID), wanted: code(base.layers[shared]?.diffID ?? '') },
    { image: image.id, layers: [found.diffID] },
  );
}
