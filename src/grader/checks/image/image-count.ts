import { defineCheck, met, unmet } from '../../check.ts';

export const imageCount = defineCheck(
  'image-count',
  { count: 'number' },
  {
    about: {
      en: 'So many images exist, named or not, as `docker images` counts them.',
      zh: '镜像的个数，有没有名字都算，按 `docker images` 数。',
    },
    example: { count: 2 },
  },
  (input, { count }) => {
    const found = input.after.images.length;
    return found === count ? met() : unmet('image-count', { found, wanted: count });
  },
);
