// How large an image is, in bytes.
import { bytes, defineCheck, met, unmet, withImage, withPair } from '../../check.ts';

export const sizeBelow = defineCheck(
  'size-below',
  { image: 'reference', below: 'number' },
  { about: { en: 'The image is smaller than so many bytes.', zh: '镜像小于这么多字节。' }, example: { image: 'web:1', below: 10_000_000 } },
  (input, { image, below }) =>
    withImage(input, image, (facts) =>
      facts.size < below
        ? met({ image: facts.id })
        : unmet('size-below', { image, found: bytes(facts.size), wanted: bytes(below) }, { image: facts.id }),
    ),
);

export const uniqueSize = defineCheck(
  'unique-size',
  { image: 'reference', below: 'number' },
  {
    about: {
      en: 'Fewer than so many bytes belong to this image alone: layers that no other image has.',
      zh: '只属于这个镜像的层（别的镜像没有）少于这么多字节。',
    },
    example: { image: 'web:1', below: 1000 },
  },
  (input, { image, below }) =>
    withImage(input, image, (facts) => {
      const elsewhere = new Set(
        input.after.images.filter((one) => one.id !== facts.id).flatMap((one) => one.layers.map((layer) => layer.chainID)),
      );
      const own = facts.layers.filter((layer) => !elsewhere.has(layer.chainID));
      const found = own.reduce((sum, layer) => sum + layer.size, 0);
      const evidence = { image: facts.id, layers: own.map((layer) => layer.diffID) };
      return found < below ? met(evidence) : unmet('unique-size', { image, found: bytes(found), wanted: bytes(below) }, evidence);
    }),
);

export const sizeRatio = defineCheck(
  'size-ratio',
  { image: 'reference', of: 'reference', percent: 'number' },
  {
    about: { en: 'The image has at most so many percent of the size of another one.', zh: '镜像的大小不超过另一个镜像的百分之几。' },
    example: { image: 'web:small', of: 'web:big', percent: 20 },
  },
  (input, { image, of, percent }) =>
    withPair(input, image, of, (mine, other) => {
      const found = other.size === 0 ? Number.POSITIVE_INFINITY : (mine.size / other.size) * 100;
      return found <= percent
        ? met({ image: mine.id })
        : unmet(
            'size-ratio',
            { image, of, size: bytes(mine.size), other: bytes(other.size), found: Math.ceil(found * 10) / 10, wanted: percent },
            { image: mine.id },
          );
    }),
);
