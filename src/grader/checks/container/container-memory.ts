import { bytes, defineCheck, met, unmet } from '../../check.ts';
import { withContainer } from './with.ts';

export const containerMemory = defineCheck(
  'container-memory',
  { container: 'name', least: 'number', most: 'number' },
  {
    about: {
      en: "A container's memory limit, in bytes, lies between two numbers, both included.",
      zh: '容器的内存上限（字节）在两个数之间，含两端。',
    },
    example: { container: 'job', least: 1, most: 67108864 },
  },
  (input, { container, least, most }) =>
    withContainer(input, container, (facts, evidence) => {
      if (facts.memory === 0) return unmet('container-memory-none', { container, least: bytes(least), most: bytes(most) }, evidence);
      return facts.memory >= least && facts.memory <= most
        ? met(evidence)
        : unmet('container-memory', { container, found: bytes(facts.memory), least: bytes(least), most: bytes(most) }, evidence);
    }),
);
