import { defineCheck, met, unmet } from '../../check.ts';
import { withContainer } from '../container/with.ts';
import { named } from '../quote.ts';

export const containerNetwork = defineCheck(
  'container-network',
  { container: 'name', network: 'name' },
  { about: { en: 'A container is connected to a network.', zh: '容器连在这个网络上。' }, example: { container: 'web', network: 'app' } },
  (input, { container, network }) =>
    withContainer(input, container, (facts, evidence) => {
      if (facts.networks.includes(network)) return met(evidence);
      if (!input.after.networks.some((one) => one.name === network)) return unmet('network-missing', { network }, evidence);
      return facts.networks.length === 0
        ? unmet('container-no-network', { container, wanted: network }, evidence)
        : unmet('container-network', { container, found: named(facts.networks), wanted: network }, evidence);
    }),
);
