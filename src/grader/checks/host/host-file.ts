import { defineCheck, met, unmet } from '../../check.ts';
import { quote, sameText } from '../quote.ts';
import { withText } from './with.ts';

export const hostFile = defineCheck(
  'host-file',
  { path: 'path', text: 'value' },
  {
    about: {
      en: 'A file of the machine reads exactly so; a newline at its end does not matter.',
      zh: '机器上的文件恰好是这些内容；末尾的换行不计。',
    },
    example: { path: '/root/out.txt', text: 'hello\n' },
  },
  (input, { path, text }) =>
    withText(input, path, (found) =>
      sameText(found, text)
        ? met({ files: [path] })
        : unmet('host-file', { path, found: quote(found), wanted: quote(text) }, { files: [path] }),
    ),
);
