import { defineCheck, met, unmet } from '../../check.ts';
import { withBuild } from './with.ts';

export const stepsRunAtMost = defineCheck(
  'steps-run-at-most',
  { image: 'reference', count: 'number' },
  {
    about: {
      en: 'In the last build that made the image, no more than so many steps were run; the others came from the cache.',
      zh: '在最后一次产生该镜像的构建里，被执行的步骤不超过这么多，其余来自缓存。',
    },
    example: { image: 'web:1', count: 1 },
  },
  (input, { image, count }) =>
    withBuild(input, image, (build, id) => {
      const ran = build.steps.filter(({ state }) => state === 'ran');
      if (ran.length <= count) return met({ image: id });
      const first = ran[0]?.text ?? '';
      return unmet('steps-ran', { image, found: ran.length, wanted: count, number: build.number, first }, { image: id });
    }),
);
