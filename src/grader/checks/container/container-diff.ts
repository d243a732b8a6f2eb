import { defineCheck, met, unmet } from '../../check.ts';
import { named } from '../quote.ts';
import { withContainer } from './with.ts';

export const containerDiff = defineCheck(
  'container-diff',
  { container: 'name', changes: 'texts' },
  {
    about: {
      en: '`docker diff` of a container lists exactly these lines, in any order.',
      zh: '对容器运行 `docker diff`，列出的恰好是这些行，顺序不限。',
    },
    example: { container: 'web', changes: ['C /srv', 'A /srv/new'] },
  },
  (input, { container, changes }) =>
    withContainer(input, container, (facts, evidence) => {
      const found = facts.changes().map(({ kind, path }) => `${kind} ${path}`);
      const missing = changes.filter((line) => !found.includes(line));
      const extra = found.filter((line) => !changes.includes(line));
      const paths = [...missing, ...extra].map((line) => line.slice(2));
      if (missing.length > 0) return unmet('container-diff-lacks', { container, lines: named(missing) }, { ...evidence, paths });
      if (extra.length > 0) return unmet('container-diff-extra', { container, lines: named(extra) }, { ...evidence, paths });
      return met(evidence);
    }),
);
