// How many layers an image has, and which of them it shares.
import { code, defineCheck, met, sharedLayers, unmet, withImage, withPair } from '../../check.ts';
import type { Finding } from '../../finding.ts';
import type { ImageFacts, LayerFacts } from '../../input/index.ts';

const ids = (layers: readonly LayerFacts[]): readonly string[] => layers.map((layer) => layer.diffID);

export const layersCount = defineCheck(
  'layers-count',
  { image: 'reference', count: 'number' },
  { about: { en: 'The image has so many layers.', zh: '镜像有这么多层。' }, example: { image: 'web:1', count: 3 } },
  (input, { image, count }) =>
    withImage(input, image, (facts) => {
      const found = facts.layers.length;
      return found === count ? met({ image: facts.id }) : unmet('layers-count', { image, found, wanted: count }, { image: facts.id });
    }),
);

/** Says where an image leaves its base, or goes on with the layers above it. */
function above(
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

export const layersAdded = defineCheck(
  'layers-added',
  { image: 'reference', base: 'reference', count: 'number' },
  {
    about: { en: 'The image has exactly so many layers over its base.', zh: '镜像在基础镜像之上恰好有这么多层。' },
    example: { image: 'web:1', base: 'alpine:3.22', count: 2 },
  },
  (input, { image, base, count }) =>
    withPair(input, image, base, (mine, below) =>
      above(mine, below, { image, base }, (added) => {
        const evidence = { image: mine.id, layers: ids(added) };
        return added.length === count
          ? met(evidence)
          : unmet('layers-added', { image, base, found: added.length, wanted: count }, evidence);
      }),
    ),
);

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
