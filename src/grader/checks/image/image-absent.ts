import { defineCheck, findImage, met, shortID, unmet } from '../../check.ts';

export const imageAbsent = defineCheck(
  'image-absent',
  { image: 'reference' },
  { about: { en: 'No image has this name.', zh: '没有这个名字的镜像。' }, example: { image: 'web:1' } },
  (input, { image }) => {
    const found = findImage(input, image);
    return found ? unmet('image-there', { image, id: shortID(found.id) }, { image: found.id }) : met();
  },
);
