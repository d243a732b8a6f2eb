import { defineCheck, met, unmet } from '../../check.ts';
import { quote } from '../quote.ts';
import { withContainer } from './with.ts';

export const containerLogsLack = defineCheck(
  'container-logs-lack',
  { container: 'name', text: 'text' },
  { about: { en: 'A container has not written this text.', zh: '容器没有输出过这段文字。' }, example: { container: 'job', text: 'error' } },
  (input, { container, text }) =>
    withContainer(input, container, (facts, evidence) =>
      facts.logs().includes(text) ? unmet('container-logs-have', { container, text: quote(text) }, evidence) : met(evidence),
    ),
);
