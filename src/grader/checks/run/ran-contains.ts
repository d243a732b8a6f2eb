import { defineCheck, met, unmet } from '../../check.ts';
import { quote } from '../quote.ts';
import { runsOf } from './with.ts';

export const ranContains = defineCheck(
  'ran-contains',
  { image: 'reference', text: 'text' },
  {
    about: {
      en: 'A run of an image since the start has printed this text to stdout, as a part of a line too.',
      zh: '开始以来，该镜像的某次运行在 stdout 上打印过这段文字，是一行的一部分也算。',
    },
    example: { image: 'greet:1', text: 'hello' },
  },
  (input, { image, text }) => {
    const runs = runsOf(input, image);
    const last = runs.at(-1);
    if (!last) return unmet('ran-never', { image });
    if (runs.some((run) => run.stdout.includes(text))) return met();
    return unmet('ran-lacks', { image, wanted: quote(text), found: quote(last.stdout.trim()) });
  },
);
