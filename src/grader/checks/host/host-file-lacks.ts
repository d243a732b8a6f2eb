import { defineCheck, met, unmet } from '../../check.ts';
import { quote } from '../quote.ts';
import { withText } from './with.ts';

export const hostFileLacks = defineCheck(
  'host-file-lacks',
  { path: 'path', text: 'text' },
  {
    about: { en: 'A file of the machine is there and does not contain a text.', zh: '机器上有这个文件，其中不含这段文字。' },
    example: { path: '/root/app/Dockerfile', text: 'ADD' },
  },
  (input, { path, text }) =>
    withText(input, path, (found) => {
      const at = found.indexOf(text);
      if (at < 0) return met({ files: [path] });
      const line = found.slice(0, at).split('\n').length;
      return unmet('host-file-has', { path, text: quote(text), line }, { files: [path] });
    }),
);
