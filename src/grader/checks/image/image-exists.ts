import { defineCheck, met, withImage } from '../../check.ts';

export const imageExists = defineCheck(
  'image-exists',
  { image: 'reference' },
  { about: { en: 'An image has this name.', zh: '有这个名字的镜像。' }, example: { image: 'web:1' } },
  (input, { image }) => withImage(input, image, (found) => met({ image: found.id })),
);
