import { defineCheck, met, unmet } from '../../check.ts';

export const containerCount = defineCheck(
  'container-count',
  { count: 'number' },
  { about: { en: 'Exactly so many containers exist, in whatever state.', zh: '容器恰好这么多个，不论状态。' }, example: { count: 2 } },
  (input, { count }) => {
    const found = input.after.containers.length;
    return found === count ? met() : unmet('container-count', { found, wanted: count });
  },
);
