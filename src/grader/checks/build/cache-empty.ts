import { defineCheck, met, unmet } from '../../check.ts';

export const cacheEmpty = defineCheck(
  'cache-empty',
  {},
  { about: { en: 'The build cache has no records.', zh: '构建缓存里没有记录。' }, example: {} },
  (input) => {
    const found = input.after.cacheRecords();
    return found === 0 ? met() : unmet('cache-records', { found });
  },
);
