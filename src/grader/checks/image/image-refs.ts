import { defineCheck, met, unmet, withImage } from '../../check.ts';

const named = (refs: readonly string[]): string => refs.map((ref) => `\`${ref}\``).join(', ');

export const imageRefs = defineCheck(
  'image-refs',
  { image: 'reference', refs: 'texts' },
  {
    about: { en: 'All names of an image, no more and no fewer, in any order.', zh: '一个镜像的全部名字，不多不少，不计顺序。' },
    example: { image: 'web:1', refs: ['web:1', 'web:latest'] },
  },
  (input, { image, refs }) =>
    withImage(input, image, (facts) => {
      const found = [...facts.refs].sort();
      const wanted = [...new Set(refs)].sort();
      const equal = found.length === wanted.length && found.every((one, index) => one === wanted[index]);
      return equal
        ? met({ image: facts.id })
        : unmet('image-refs', { image, found: named(found), wanted: named(wanted) }, { image: facts.id });
    }),
);
