import { bytes, defineCheck, met, unmet, withPair } from '../../check.ts';

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
