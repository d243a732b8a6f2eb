import { defineCheck, met, unmet } from '../../check.ts';
import { runsOf } from './with.ts';

export const ranCount = defineCheck(
  'ran-count',
  { image: 'reference', least: 'number' },
  {
    about: {
      en: 'An image was run at least so often since the start; what a restart policy started again is not counted again.',
      zh: '开始以来，该镜像至少运行过这么多次；重启策略再次启动的不重复计算。',
    },
    example: { image: 'job:1', least: 2 },
  },
  (input, { image, least }) => {
    const found = runsOf(input, image).filter((run) => !run.again && !run.refused).length;
    return found >= least ? met() : unmet('ran-count', { image, found, wanted: least });
  },
);
