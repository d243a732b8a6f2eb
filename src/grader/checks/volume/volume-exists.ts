import { defineCheck, met } from '../../check.ts';
import { withVolume } from './with.ts';

export const volumeExists = defineCheck(
  'volume-exists',
  { volume: 'name' },
  { about: { en: 'There is a volume of this name.', zh: '有这个名字的卷。' }, example: { volume: 'data' } },
  (input, { volume }) => withVolume(input, volume, () => met({ volume })),
);
