import { defineCheck, met, unmet } from '../../check.ts';
import { list, sameList } from '../quote.ts';
import { withContainer } from './with.ts';

export const containerArgv = defineCheck(
  'container-argv',
  { container: 'name', argv: 'texts' },
  {
    about: {
      en: 'A container starts exactly these words: entrypoint and command together.',
      zh: '容器启动的正是这些词：ENTRYPOINT 与 CMD 合在一起。',
    },
    example: { container: 'web', argv: ['nginx', '-g', 'daemon off;'] },
  },
  (input, { container, argv }) =>
    withContainer(input, container, (facts, evidence) =>
      sameList(facts.argv, argv)
        ? met(evidence)
        : unmet('container-argv', { container, found: list(facts.argv), wanted: list(argv) }, evidence),
    ),
);
