import { defineCheck, met, unmet } from '../../check.ts';
import { quote } from '../quote.ts';
import { withText } from './with.ts';

export const hostFileContains = defineCheck(
  'host-file-contains',
  { path: 'path', text: 'text' },
  {
    about: { en: 'A file of the machine contains a text.', zh: '机器上的文件含有这段文字。' },
    example: { path: '/root/app/.dockerignore', text: 'node_modules' },
  },
  (input, { path, text }) =>
    withText(input, path, (found) =>
      found.includes(text) ? met({ files: [path] }) : unmet('host-file-lacks', { path, text: quote(text) }, { files: [path] }),
    ),
);
