import { defineCheck, met, unmet } from '../../check.ts';
import { withContainer } from './with.ts';

export const containerState = defineCheck(
  'container-state',
  { container: 'name', state: 'created|running|paused|restarting|exited|dead' },
  { about: { en: 'A container is in this state.', zh: '容器处于这个状态。' }, example: { container: 'web', state: 'running' } },
  (input, { container, state }) =>
    withContainer(input, container, (facts, evidence) =>
      facts.state === state ? met(evidence) : unmet('container-state', { container, found: facts.state, wanted: state }, evidence),
    ),
);
