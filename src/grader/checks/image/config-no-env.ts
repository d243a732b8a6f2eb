import { defineCheck, met, unmet, withImage } from '../../check.ts';
import { quote } from '../quote.ts';
import { variable } from './config.ts';

export const configNoEnv = defineCheck(
  'config-no-env',
  { image: 'reference', name: 'name' },
  {
    about: { en: 'The image does not set this variable.', zh: '镜像没有设置这个环境变量。' },
    example: { image: 'web:1', name: 'TOKEN' },
  },
  (input, { image, name }) =>
    withImage(input, image, (facts) => {
      const found = variable(facts, name);
      return found === undefined
        ? met({ image: facts.id })
        : unmet('config-env-set', { image, name, found: quote(found) }, { image: facts.id });
    }),
);
