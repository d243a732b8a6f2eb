import { defineCheck, met, unmet } from '../../check.ts';
import { withContainer } from './with.ts';

export const containerHealth = defineCheck(
  'container-health',
  { container: 'name', health: 'starting|healthy|unhealthy|none' },
  {
    about: { en: "A container's health; none when it has no health check.", zh: '容器的健康状态；没有健康检查时是 none。' },
    example: { container: 'web', health: 'healthy' },
  },
  (input, { container, health }) =>
    withContainer(input, container, (facts, evidence) => {
      const found = facts.health?.status ?? 'none';
      if (found === health) return met(evidence);
      return facts.health
        ? unmet('container-health', { container, found, wanted: health, streak: facts.health.streak }, evidence)
        : unmet('container-no-health', { container, wanted: health }, evidence);
    }),
);
