import { defineCheck, met, shortID, unmet, withImage } from '../../check.ts';

export const imageUnchanged = defineCheck(
  'image-unchanged',
  { image: 'reference' },
  {
    about: { en: 'A name stands for the image it stood for at the start.', zh: '这个名字仍指着开始时的那个镜像。' },
    example: { image: 'web:1' },
  },
  (input, { image }) =>
    withImage(input, image, (facts) => {
      const was = input.before.images.find((one) => one.refs.includes(image));
      if (!was) return unmet('image-not-at-start', { image }, { image: facts.id });
      return was.id === facts.id
        ? met({ image: facts.id })
        : unmet('image-changed', { image, was: shortID(was.id), found: shortID(facts.id) }, { image: facts.id });
    }),
);
