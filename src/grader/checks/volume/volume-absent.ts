import { defineCheck, met, unmet } from '../../check.ts';

export const volumeAbsent = defineCheck(
  'volume-absent',
  { volume: 'name' },
  { about: { en: 'There is no volume of this name.', zh: '没有这个名字的卷。' }, example: { volume: 'data' } },
  (input, { volume }) => (input.after.volumes.some((one) => one.name === volume) ? unmet('volume-exists', { volume }, { volume }) : met()),
);
