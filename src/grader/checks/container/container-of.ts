import { defineCheck, met, shortID, unmet, withImage } from '../../check.ts';
import { withContainer } from './with.ts';

export const containerOf = defineCheck(
  'container-of',
  { container: 'name', image: 'reference' },
  {
    about: { en: 'A container was made from the image that has this name now.', zh: '容器由现在叫这个名字的镜像创建。' },
    example: { container: 'web', image: 'web:1' },
  },
  (input, { container, image }) =>
    withContainer(input, container, (facts, evidence) =>
      withImage(input, image, (wanted) => {
        if (facts.image === wanted.id) return met(evidence);
        const names = input.after.images.find((one) => one.id === facts.image)?.refs ?? [];
        const found = names[0] ?? shortID(facts.image);
        return unmet('container-of', { container, found, wanted: image, id: shortID(wanted.id) }, evidence);
      }),
    ),
);
