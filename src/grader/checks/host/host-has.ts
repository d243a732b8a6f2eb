import { defineCheck, met, unmet } from '../../check.ts';

export const hostHas = defineCheck(
  'host-has',
  { path: 'path' },
  { about: { en: 'A path exists on the machine.', zh: '机器上有这个路径。' }, example: { path: '/root/web.tar' } },
  (input, { path }) => (input.after.host.stat(path) ? met({ files: [path] }) : unmet('host-missing', { path }, { files: [path] })),
);
