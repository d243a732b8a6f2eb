import { defineCheck, met, unmet, withImage } from '../../check.ts';
import { quote } from '../quote.ts';
import { variable } from './config.ts';

export const configEnv = defineCheck(
  'config-env',
  { image: 'reference', name: 'name', value: 'value' },
  {
    about: { en: 'A variable of the environment that the image sets has this value.', zh: '镜像设置的环境变量有这个值。' },
    example: { image: 'web:1', name: 'NODE_ENV', value: 'production' },
  },
  (input, { image, name, value }) =>
    withImage(input, image, (facts) => {
      const found = variable(facts, name);
      if (found === undefined) return unmet('config-env-none', { image, name }, { image: facts.id });
      if (found === value) return met({ image: facts.id });
      return unmet('config-env', { image, name, found: quote(found), wanted: quote(value) }, { image: facts.id });
    }),
);
