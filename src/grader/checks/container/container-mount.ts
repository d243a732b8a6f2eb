import { defineCheck, met, unmet } from '../../check.ts';
import { withContainer } from './with.ts';

export const containerMount = defineCheck(
  'container-mount',
  { container: 'name', path: 'path', kind: 'volume|bind|tmpfs' },
  {
    about: { en: 'A container has a mount of this kind at a path.', zh: '容器在这个路径上有这一种挂载。' },
    example: { container: 'db', path: '/data', kind: 'volume' },
  },
  (input, { container, path, kind }) =>
    withContainer(input, container, (facts, evidence) => {
      const seen = { ...evidence, paths: [path] };
      const found = facts.mounts.find((one) => one.path === path);
      if (found)
        return found.kind === kind ? met(seen) : unmet('container-mount', { container, path, found: found.kind, wanted: kind }, seen);
      const others = facts.mounts.map((one) => one.path).join(', ');
      return others === ''
        ? unmet('container-mount-none', { container, path, wanted: kind }, seen)
        : unmet('container-mount-missing', { container, path, wanted: kind, others }, seen);
    }),
);
