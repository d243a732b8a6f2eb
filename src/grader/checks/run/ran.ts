import { defineCheck, met, unmet } from '../../check.ts';
import { quote } from '../quote.ts';
import { runsOf } from './with.ts';

export const ran = defineCheck(
  'ran',
  { image: 'reference', stdout: 'text' },
  {
    about: {
      en: 'A run of an image since the start has printed these lines to stdout, whole and one after another; removed containers count.',
      zh: '开始以来，该镜像的某次运行在 stdout 上打印过这些行（整行、连续）；已删除的容器也算。',
    },
    example: { image: 'greet:1', stdout: 'hello world' },
  },
  (input, { image, stdout }) => {
    const runs = runsOf(input, image);
    const last = runs.at(-1);
    if (!last) return unmet('ran-never', { image });
    const wanted = `\n${stdout.trim()}\n`;
    if (runs.some((run) => `\n${run.stdout.trim()}\n`.includes(wanted))) return met();
    const values = { image, wanted: quote(stdout.trim()) };
    return last.stdout.trim() === ''
      ? unmet('ran-silent', { ...values, exit: exitOf(last.exit) })
      : unmet('ran', { ...values, found: quote(last.stdout.trim()) });
  },
);

const exitOf = (exit: number | undefined): string => (exit === undefined ? '–' : String(exit));
