import { defineCheck, met, unmet, withImage } from '../../check.ts';

export const fsHas = defineCheck(
  'fs-has',
  { image: 'reference', path: 'path' },
  { about: { en: 'A path exists in the image.', zh: '镜像里有这个路径。' }, example: { image: 'web:1', path: '/app' } },
  (input, { image, path }) =>
    withImage(input, image, (facts) => {
      const evidence = { image: facts.id, paths: [path] };
      return facts.stat(path) ? met(evidence) : unmet('fs-missing', { image, path }, evidence);
    }),
);
