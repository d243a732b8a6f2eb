import { defineCheck, met, unmet } from '../../check.ts';

export const danglingCount = defineCheck(
  'dangling-count',
  { count: 'number' },
  { about: { en: 'So many images have no name.', zh: '没有名字的镜像的个数。' }, example: { count: 0 } },
  (input, { count }) => {
    const nameless = input.after.images.filter((image) => image.refs.length === 0);
    return nameless.length === count ? met() : unmet('dangling-count', { found: nameless.length, wanted: count });
  },
);
