// Files of the machine itself.
import { defineCheck, met, unmet } from '../../check.ts';
import type { Finding } from '../../finding.ts';
import type { GradeInput } from '../../input/index.ts';
import { quote, sameText } from '../quote.ts';

export const hostHas = defineCheck(
  'host-has',
  { path: 'path' },
  { about: { en: 'A path exists on the machine.', zh: '机器上有这个路径。' }, example: { path: '/root/web.tar' } },
  (input, { path }) => (input.after.host.stat(path) ? met({ files: [path] }) : unmet('host-missing', { path }, { files: [path] })),
);

export const hostAbsent = defineCheck(
  'host-absent',
  { path: 'path' },
  { about: { en: 'A path does not exist on the machine.', zh: '机器上没有这个路径。' }, example: { path: '/root/web.tar' } },
  (input, { path }) => (input.after.host.stat(path) ? unmet('host-there', { path }, { files: [path] }) : met({ files: [path] })),
);

function withText(input: GradeInput, path: string, then: (text: string) => Finding): Finding {
  const text = input.after.host.text(path);
  if (text !== undefined) return then(text);
  return unmet(input.after.host.stat(path) ? 'host-no-file' : 'host-missing', { path }, { files: [path] });
}

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
