import { defineCheck, met, unmet } from '../../check.ts';
import { quote } from '../quote.ts';
import { withContainer } from './with.ts';

export const containerLabel = defineCheck(
  'container-label',
  { container: 'name', label: 'name', value: 'value' },
  {
    about: { en: 'A container has this label with this value.', zh: '容器有这个标签（label），值正是这个。' },
    example: { container: 'web', label: 'team', value: 'blue' },
  },
  (input, { container, label, value }) =>
    withContainer(input, container, (facts, evidence) => {
      const found = facts.labels[label];
      if (found === undefined) return unmet('container-label-missing', { container, label, wanted: quote(value) }, evidence);
      return found === value
        ? met(evidence)
        : unmet('container-label', { container, label, found: quote(found), wanted: quote(value) }, evidence);
    }),
);
