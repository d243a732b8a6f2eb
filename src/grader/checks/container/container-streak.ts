import { defineCheck, met, unmet } from '../../check.ts';
import { withContainer } from './with.ts';

export const containerStreak = defineCheck(
  'container-streak',
  { container: 'name', least: 'number' },
  {
    about: { en: 'At least so many health probes in a row have failed.', zh: '健康探测至少连续失败这么多次。' },
    example: { container: 'web', least: 3 },
  },
  (input, { container, least }) =>
    withContainer(input, container, (facts, evidence) => {
      if (!facts.health) return unmet('container-no-check', { container }, evidence);
      const { streak } = facts.health;
      return streak >= least ? met(evidence) : unmet('container-streak', { container, found: streak, wanted: least }, evidence);
    }),
);
