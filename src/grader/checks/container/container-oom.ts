import { defineCheck, met, unmet } from '../../check.ts';
import { isTrue } from '../../params.ts';
import { withContainer } from './with.ts';

export const containerOom = defineCheck(
  'container-oom',
  { container: 'name', oom: 'flag' },
  {
    about: {
      en: 'Whether the kernel killed something in a container because its memory was used up.',
      zh: '容器里是否有进程因内存用尽被内核杀死。',
    },
    example: { container: 'job', oom: true },
  },
  (input, { container, oom }) =>
    withContainer(input, container, (facts, evidence) => {
      if (facts.oom === isTrue(oom)) return met(evidence);
      return facts.oom
        ? unmet('container-oom', { container }, evidence)
        : unmet('container-no-oom', { container, exit: facts.exit }, evidence);
    }),
);
