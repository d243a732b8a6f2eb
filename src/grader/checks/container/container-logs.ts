import { defineCheck, met, unmet } from '../../check.ts';
import { quote } from '../quote.ts';
import { withContainer } from './with.ts';

export const containerLogs = defineCheck(
  'container-logs',
  { container: 'name', text: 'text' },
  {
    about: { en: 'A container has written this text, to stdout or stderr.', zh: '容器输出过这段文字（stdout 或 stderr）。' },
    example: { container: 'job', text: 'done' },
  },
  (input, { container, text }) =>
    withContainer(input, container, (facts, evidence) => {
      const found = facts.logs();
      if (found.includes(text)) return met(evidence);
      if (found === '') return unmet('container-logs-empty', { container, wanted: quote(text) }, evidence);
      const last = found.trimEnd().slice(found.trimEnd().lastIndexOf('\n') + 1);
      return unmet('container-logs', { container, found: quote(last), wanted: quote(text) }, evidence);
    }),
);
