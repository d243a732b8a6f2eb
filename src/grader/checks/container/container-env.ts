import { defineCheck, met, unmet } from '../../check.ts';
import { quote } from '../quote.ts';
import { withContainer } from './with.ts';

export const containerEnv = defineCheck(
  'container-env',
  { container: 'name', name: 'name', value: 'value' },
  {
    about: { en: "A container's environment has this variable with this value.", zh: '容器的环境里有这个变量，值正是这个。' },
    example: { container: 'web', name: 'MODE', value: 'prod' },
  },
  (input, { container, name, value }) =>
    withContainer(input, container, (facts, evidence) => {
      const found = facts.env.find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1);
      if (found === undefined) return unmet('container-env-missing', { container, name, wanted: quote(value) }, evidence);
      return found === value
        ? met(evidence)
        : unmet('container-env', { container, name, found: quote(found), wanted: quote(value) }, evidence);
    }),
);
