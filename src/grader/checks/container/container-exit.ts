import { defineCheck, met, unmet } from '../../check.ts';
import { withContainer } from './with.ts';

export const containerExit = defineCheck(
  'container-exit',
  { container: 'name', code: 'number' },
  {
    about: { en: 'A container has ended, with this exit code.', zh: '容器已经结束，退出码是这个。' },
    example: { container: 'job', code: 0 },
  },
  (input, { container, code }) =>
    withContainer(input, container, (facts, evidence) => {
      if (facts.state !== 'exited' && facts.state !== 'dead')
        return unmet('container-not-ended', { container, state: facts.state, wanted: code }, evidence);
      return facts.exit === code ? met(evidence) : unmet('container-exit', { container, found: facts.exit, wanted: code }, evidence);
    }),
);
