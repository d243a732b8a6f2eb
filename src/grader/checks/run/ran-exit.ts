import { defineCheck, met, unmet } from '../../check.ts';
import { runsOf } from './with.ts';

export const ranExit = defineCheck(
  'ran-exit',
  { image: 'reference', code: 'number' },
  {
    about: { en: 'A run of an image since the start ended with this exit code.', zh: '开始以来，该镜像的某次运行以这个退出码结束。' },
    example: { image: 'job:1', code: 3 },
  },
  (input, { image, code }) => {
    const runs = runsOf(input, image);
    const last = runs.at(-1);
    if (!last) return unmet('ran-never', { image });
    if (runs.some((run) => run.exit === code)) return met();
    return last.exit === undefined
      ? unmet('ran-running', { image, wanted: code })
      : unmet('ran-exit', { image, found: last.exit, wanted: code });
  },
);
