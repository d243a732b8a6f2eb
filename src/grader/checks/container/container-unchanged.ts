import { defineCheck, met, unmet } from '../../check.ts';
import { withContainer } from './with.ts';

export const containerUnchanged = defineCheck(
  'container-unchanged',
  { container: 'name' },
  {
    about: { en: 'A container of the start is still the same one, and runs.', zh: '容器仍是开始时的那一个，并且在运行。' },
    example: { container: 'web' },
  },
  (input, { container }) =>
    withContainer(input, container, (facts, evidence) => {
      const before = input.before.containers.find((one) => one.name === container);
      if (before?.id !== facts.id) return unmet('container-replaced', { container }, evidence);
      return facts.state === 'running'
        ? met(evidence)
        : unmet('container-state', { container, found: facts.state, wanted: 'running' }, evidence);
    }),
);
