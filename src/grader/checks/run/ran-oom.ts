import { defineCheck, met, unmet } from '../../check.ts';
import { runsOf } from './with.ts';

export const ranOom = defineCheck(
  'ran-oom',
  { image: 'reference' },
  {
    about: {
      en: 'In a run of an image since the start the kernel killed something because the memory was used up.',
      zh: '开始以来，该镜像的某次运行里有进程因内存用尽被内核杀死。',
    },
    example: { image: 'job:1' },
  },
  (input, { image }) => {
    const runs = runsOf(input, image);
    if (runs.length === 0) return unmet('ran-never', { image });
    return runs.some((run) => run.oom) ? met() : unmet('ran-no-oom', { image, found: runs.length });
  },
);
