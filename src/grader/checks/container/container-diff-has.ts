import { defineCheck, met, unmet } from '../../check.ts';
import { withContainer } from './with.ts';

export const containerDiffHas = defineCheck(
  'container-diff-has',
  { container: 'name', change: 'text' },
  {
    about: { en: '`docker diff` of a container has this line.', zh: '对容器运行 `docker diff`，有这一行。' },
    example: { container: 'web', change: 'D /etc/motd' },
  },
  (input, { container, change }) =>
    withContainer(input, container, (facts, evidence) => {
      const path = change.slice(2);
      const found = facts.changes().find((one) => one.path === path);
      const seen = { ...evidence, paths: [path] };
      if (!found) return unmet('container-diff-lacks', { container, lines: `\`${change}\`` }, seen);
      const line = `${found.kind} ${path}`;
      return line === change ? met(seen) : unmet('container-diff-other', { container, found: line, wanted: change }, seen);
    }),
);
