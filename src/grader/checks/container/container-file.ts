import { defineCheck, met, unmet } from '../../check.ts';
import { quote, sameText } from '../quote.ts';
import { withContainer } from './with.ts';

export const containerFile = defineCheck(
  'container-file',
  { container: 'name', path: 'path', text: 'value' },
  {
    about: {
      en: 'A file reads exactly so for a process in the container, mounts included; the last newline does not matter.',
      zh: '容器里的进程看到的文件内容正是这样，挂载也算在内；末尾的换行不计。',
    },
    example: { container: 'web', path: '/srv/index.html', text: 'hello' },
  },
  (input, { container, path, text }) =>
    withContainer(input, container, (facts, evidence) => {
      const seen = { ...evidence, paths: [path] };
      const found = facts.text(path);
      if (found === undefined) return unmet('container-file-missing', { container, path }, seen);
      return sameText(found, text)
        ? met(seen)
        : unmet('container-file', { container, path, found: quote(found), wanted: quote(text) }, seen);
    }),
);
