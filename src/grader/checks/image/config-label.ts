import { defineCheck, met, unmet, withImage } from '../../check.ts';
import { quote } from '../quote.ts';

export const configLabel = defineCheck(
  'config-label',
  { image: 'reference', label: 'name', value: 'value' },
  {
    about: { en: 'A label has this value.', zh: 'label 有这个值。' },
    example: { image: 'web:1', label: 'org.opencontainers.image.version', value: '1.4' },
  },
  (input, { image, label, value }) =>
    withImage(input, image, (facts) => {
      const found = facts.config.Labels?.[label];
      if (found === undefined) return unmet('config-label-none', { image, label }, { image: facts.id });
      if (found === value) return met({ image: facts.id });
      return unmet('config-label', { image, label, found: quote(found), wanted: quote(value) }, { image: facts.id });
    }),
);
