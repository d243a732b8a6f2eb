import { defineCheck, met, unmet } from '../../check.ts';
import { withContainer } from './with.ts';

export const containerFileAbsent = defineCheck(
  'container-file-absent',
  { container: 'name', path: 'path' },
  {
    about: {
      en: 'Nothing stands at a path for a process in the container, mounts included.',
      zh: '容器里的进程在这个路径上什么也看不到，挂载也算在内。',
    },
    example: { container: 'web', path: '/etc/motd' },
  },
  (input, { container, path }) =>
    withContainer(input, container, (facts, evidence) => {
      const seen = { ...evidence, paths: [path] };
      return facts.stat(path) ? unmet('container-file-exists', { container, path }, seen) : met(seen);
    }),
);
