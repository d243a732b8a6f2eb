import { defineCheck, met, unmet } from '../../check.ts';
import { list, sameList } from '../quote.ts';
import { withContainer } from './with.ts';

export const containerPid1 = defineCheck(
  'container-pid1',
  { container: 'name', argv: 'texts' },
  {
    about: {
      en: 'Exactly this runs as PID 1 of a container now; what a script has handed over to with exec counts, not what was started.',
      zh: '容器里现在的 1 号进程正是它；脚本用 exec 换上的程序算数，最初启动的不算。',
    },
    example: { container: 'web', argv: ['sleep', '600'] },
  },
  (input, { container, argv }) =>
    withContainer(input, container, (facts, evidence) => {
      if (!facts.pid1) return unmet('container-not-running', { container, state: facts.state }, evidence);
      const found = facts.pid1.argv;
      return sameList(found, argv)
        ? met(evidence)
        : unmet('container-pid1', { container, found: list(found), wanted: list(argv) }, evidence);
    }),
);
