import { defineCheck, met, unmet, withImage } from '../../check.ts';

export const fsAbsent = defineCheck(
  'fs-absent',
  { image: 'reference', path: 'path' },
  {
    about: { en: 'A path cannot be seen in the image; a lower layer may still hold it.', zh: '镜像里看不到这个路径；下面的层里也许还有。' },
    example: { image: 'web:1', path: '/tmp/key' },
  },
  (input, { image, path }) =>
    withImage(input, image, (facts) => {
      const evidence = { image: facts.id, paths: [path] };
      return facts.stat(path) ? unmet('fs-absent', { image, path }, evidence) : met(evidence);
    }),
);
