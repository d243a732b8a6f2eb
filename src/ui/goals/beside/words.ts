import type { Locale } from '../../../i18n/index.ts';

const en = {
  goal: 'Goal',
  yours: 'Yours',
  sides: 'Which picture',
  ungraded: 'not graded',
  done: 'Nothing is missing: all goals are met.',
  open: '{n} of {all} goals met. Still different: ',
  more: ' And {n} more.',
  close: 'Hide the goal',
};

const zh: Readonly<Record<keyof typeof en, string>> = {
  goal: '目标',
  yours: '你的',
  sides: '显示哪一张图',
  ungraded: '不计分',
  done: '没有差别了：目标全部达成。',
  open: '已达成 {n}/{all}。还不一样的地方：',
  more: '此外还有 {n} 处。',
  close: '收起目标图',
};

export type BesideWords = (key: keyof typeof en, values?: Readonly<Record<string, string | number>>) => string;

export function besideWords(locale: Locale): BesideWords {
  const table = locale === 'zh' ? zh : en;
  return (key, values = {}) => table[key].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}
