import { defineCheck, met, unmet } from '../../check.ts';

export const containerAbsent = defineCheck(
  'container-absent',
  { container: 'name' },
  { about: { en: 'There is no container of this name.', zh: '没有这个名字的容器。' }, example: { container: 'web' } },
  (input, { container }) => {
    const found = input.after.containers.find((one) => one.name === container);
    return found ? unmet('container-exists', { container, state: found.state }, { container: found.id }) : met();
  },
);
