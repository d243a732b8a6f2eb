import { defineCheck, met, unmet } from '../../check.ts';

export const hostAbsent = defineCheck(
  'host-absent',
  { path: 'path' },
  { about: { en: 'A path does not exist on the machine.', zh: '机器上没有这个路径。' }, example: { path: '/root/web.tar' } },
  (input, { path }) => (input.after.host.stat(path) ? unmet('host-there', { path }, { files: [path] }) : met({ files: [path] })),
);
