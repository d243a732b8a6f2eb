import { defineCheck, met, unmet } from '../../check.ts';
import { list, sameList } from '../quote.ts';
import { runsOf } from './with.ts';

export const ranArgv = defineCheck(
  'ran-argv',
  { image: 'reference', argv: 'texts' },
  {
    about: {
      en: 'A run of an image since the start started exactly these words: entrypoint and command together.',
      zh: '开始以来，该镜像的某次运行启动的正是这些词：ENTRYPOINT 与 CMD 合在一起。',
    },
    example: { image: 'greet:1', argv: ['greet', 'Bob'] },
  },
  (input, { image, argv }) => {
    const runs = runsOf(input, image);
    const last = runs.at(-1);
    if (!last) return unmet('ran-never', { image });
    if (runs.some((run) => !run.refused && sameList(run.argv, argv))) return met();
    const values = { image, found: list(last.argv), wanted: list(argv) };
    return last.refused ? unmet('ran-refused', { ...values, exit: last.exit ?? 0 }) : unmet('ran-argv', values);
  },
);
