import { defineCheck, met, unmet } from '../../check.ts';
import { withContainer } from './with.ts';

export const containerRestarted = defineCheck(
  'container-restarted',
  { container: 'name' },
  {
    about: {
      en: 'A container was started again after it had ended, by hand or by its restart policy.',
      zh: '容器结束之后又启动过，手动或由重启策略启动都算。',
    },
    example: { container: 'web' },
  },
  (input, { container }) =>
    withContainer(input, container, (facts, evidence) =>
      facts.restarted ? met(evidence) : unmet('container-not-restarted', { container, state: facts.state }, evidence),
    ),
);
