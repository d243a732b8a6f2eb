import { defineCheck, met } from '../../check.ts';
import { withContainer } from './with.ts';

export const containerExists = defineCheck(
  'container-exists',
  { container: 'name' },
  {
    about: { en: 'There is a container of this name, running or not.', zh: '有这个名字的容器，不论是否在运行。' },
    example: { container: 'web' },
  },
  (input, { container }) => withContainer(input, container, (_, evidence) => met(evidence)),
);
