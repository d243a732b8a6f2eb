import { defineCheck, met, unmet } from '../../check.ts';

export const volumeCount = defineCheck(
  'volume-count',
  { count: 'number' },
  { about: { en: 'Exactly so many volumes exist, anonymous ones included.', zh: '卷恰好这么多个，匿名卷也算。' }, example: { count: 1 } },
  (input, { count }) => {
    const found = input.after.volumes.length;
    const anonymous = input.after.volumes.filter((one) => one.anonymous).length;
    return found === count ? met() : unmet('volume-count', { found, anonymous, wanted: count });
  },
);
