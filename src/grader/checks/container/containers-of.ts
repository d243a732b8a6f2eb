import { defineCheck, met, unmet, withImage } from '../../check.ts';

export const containersOf = defineCheck(
  'containers-of',
  { image: 'reference', count: 'number' },
  {
    about: {
      en: 'Exactly so many containers were made from the image that has this name now.',
      zh: '由现在叫这个名字的镜像创建的容器恰好这么多个。',
    },
    example: { image: 'web:1', count: 2 },
  },
  (input, { image, count }) =>
    withImage(input, image, (facts) => {
      const found = input.after.containers.filter((one) => one.image === facts.id).length;
      return found === count ? met() : unmet('containers-of', { image, found, wanted: count }, { image: facts.id });
    }),
);
