import { bytes, defineCheck, met, unmet, withImage } from '../../check.ts';

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
