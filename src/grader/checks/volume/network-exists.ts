import { defineCheck, met, unmet } from '../../check.ts';

export const networkExists = defineCheck(
  'network-exists',
  { network: 'name' },
  { about: { en: 'There is a network of this name.', zh: '有这个名字的网络。' }, example: { network: 'app' } },
  (input, { network }) => (input.after.networks.some((one) => one.name === network) ? met() : unmet('network-missing', { network })),
);
